#include "mock/http/multipart.h"

#include <optional>

#include "mock/http/field_value.h"

namespace standin::http {

namespace {

constexpr size_t longest_boundary = 70;  // RFC 2046, section 5.1.1

// A line without its end, taken off the front of a text; nothing where it does not end.
std::optional<std::string_view> take_line(std::string_view& text) {
    const size_t end = text.find('\n');
    if (end == text.npos) return std::nullopt;
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    text.remove_prefix(end + 1);
    return line;
}

class Reader {
  public:
    Reader(std::string_view body, std::string_view boundary)
        : body_(body), rest_(body), dash_("--" + std::string(boundary)) {}

    Multipart read() {
        if (!find_delimiter()) return fail("no line begins with the boundary");
        while (!at_end_) {
            part_begin_ = body_.size() - rest_.size();
            if (!read_part()) return std::move(made_);
        }
        return std::move(made_);
    }

  private:
    Multipart fail(const std::string& mistake) {
        made_.mistake = mistake;
        return std::move(made_);
    }

    bool fail_part(const std::string& mistake) {
        made_.mistake = "part " + std::to_string(made_.parts.size() + 1) +
                        ", which begins at byte " + std::to_string(part_begin_ + 1) + ", " +
                        mistake;
        return false;
    }

    // Goes on behind the next delimiter line. Returns what stands before it, without the line end
    // that belongs to the delimiter.
    std::optional<std::string_view> find_delimiter() {
        for (size_t at = rest_.find(dash_); at != rest_.npos; at = rest_.find(dash_, at + 1)) {
            const bool begins_line = at == 0 || rest_[at - 1] == '\n';
            if (!begins_line || !is_delimiter(rest_.substr(at + dash_.size()))) continue;
            std::string_view before = rest_.substr(0, at);
            if (before.ends_with('\n')) before.remove_suffix(1);
            if (before.ends_with('\r')) before.remove_suffix(1);
            rest_.remove_prefix(at + dash_.size());
            at_end_ = rest_.starts_with("--");
            if (!at_end_) take_line(rest_);
            return before;
        }
        return std::nullopt;
    }

    // What stands behind the boundary: "--", or nothing but white space (transport padding).
    static bool is_delimiter(std::string_view behind) {
        if (behind.starts_with("--")) return true;
        const size_t text = behind.find_first_not_of(" \t\r");
        return text != behind.npos && behind[text] == '\n';
    }

    bool read_part() {
        BodyPart part;
        while (true) {
            const auto line = take_line(rest_);
            if (!line) return fail_part("ends within its header fields");
            if (line->empty()) break;
            const size_t colon = line->find(':');
            if (colon == line->npos) return fail_part("has a header field without a colon");
            part.headers.add(std::string(trim(line->substr(0, colon))),
                             std::string(trim(line->substr(colon + 1))));
        }
        const std::string* disposition = part.headers.find("Content-Disposition");
        const auto name = disposition ? parameter_of(*disposition, "name") : std::nullopt;
        if (!name) return fail_part("has no name");
        part.name = *name;
        part.file_name = parameter_of(*disposition, "filename").value_or("");
        const auto text = find_delimiter();
        if (!text) return fail_part("is not followed by the boundary");
        part.text = *text;
        made_.parts.push_back(std::move(part));
        return true;
    }

    const std::string_view body_;
    std::string_view rest_;
    const std::string dash_;
    size_t part_begin_ = 0;
    bool at_end_ = false;
    Multipart made_;
};

}  // namespace

Multipart read_multipart(std::string_view body, std::string_view content_type) {
    const auto boundary = parameter_of(content_type, "boundary");
    if (!boundary || boundary->empty()) return {{}, "the Content-Type names no boundary"};
    if (boundary->size() > longest_boundary) return {{}, "the boundary is too long"};
    return Reader(body, *boundary).read();
}

}  // namespace standin::http
