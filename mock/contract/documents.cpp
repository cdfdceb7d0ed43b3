#include "mock/contract/documents.h"

#include <filesystem>
#include <optional>

#include "mock/contract/mention.h"
#include "mock/core/pointer.h"
#include "mock/schema/uri.h"

namespace standin::contract {

namespace {

namespace fs = std::filesystem;

// A path as a URI reference (RFC 3986, section 4.2): what would end it or mean a scheme is encoded.
std::string uri_of(const fs::path& path) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string uri;
    for (const char c : path.generic_string()) {
        if (std::string_view("%#?: ").find(c) == std::string_view::npos) {
            uri += c;
        } else {
            uri += {'%', digits[c >> 4], digits[c & 15]};
        }
    }
    return uri;
}

// The path that a URI reference names; nothing where it leads to another host.
std::optional<fs::path> local_path(std::string_view uri) {
    for (std::string_view host : {"file://localhost/", "file:///", "file:/"}) {
        if (uri.starts_with(host)) {
            return schema::decode_fragment(uri.substr(host.size() - 1));
        }
    }
    const size_t colon = uri.find(':');
    const bool scheme = colon != uri.npos && colon < uri.find('/');
    if (scheme || uri.starts_with("//")) return std::nullopt;
    return schema::decode_fragment(uri);
}

}  // namespace

Documents::Documents(Source first, const Reach& reach) : reach_(reach) {
    sources_.push_back(std::move(first));
    name_first(sources_.back());
    // More are added on the way, each behind those that are there. What parts are called is known
    // of all files before anything is fetched: a name is no address.
    for (size_t i = 0; i < sources_.size() || fetch_next(); ++i) read_mentions(sources_[i]);
    reach_ = {};
}

void Documents::name_first(Source& first) {
    first.documents = this;
    if (is_remote(first.file)) {
        if (first.uri.empty()) first.uri = first.file;
        files_[first.uri].source = &first;
        files_[first.file].source = &first;
        return;
    }
    const fs::path path = fs::absolute(first.file).lexically_normal();
    folder_ = path.parent_path().string();
    called_ = fs::path(first.file).parent_path().string();
    first.uri = uri_of(path.filename());
    files_[path.string()].source = &first;
}

void Documents::read_mentions(const Source& source) {
    const Mentions mentions = mentions_in(source.root(), source.uri);
    for (const auto& [uri, pointer] : mentions.names) {
        Located at = root_of(source);
        at.pointer = pointer;
        at.value = resolve(source.root(), pointer);
        names_.try_emplace(uri, std::move(at));
        named_sources_.insert(&source);
    }
    for (const auto& [uri, beside] : mentions.others) {
        const std::string path = path_of(uri);
        const std::string near = path_of(beside);
        if (!path.empty()) {
            if (!is_remote(source.uri)) read(uri, path);
        } else if (!near.empty() && (read(beside, near) || !reach_.fetch)) {
            beside_.try_emplace(uri, near);
        } else if (is_remote(uri)) {
            awaited_.push_back(uri);
        }
    }
}

// Whether there is one more document.
bool Documents::fetch_next() {
    const size_t known = sources_.size();
    while (sources_.size() == known && !awaited_.empty()) {
        const std::string url = std::move(awaited_.front());
        awaited_.pop_front();
        if (reach_.fetch && !names_.contains(url)) fetch(url);
    }
    return sources_.size() > known;
}

void Documents::fetch(const std::string& url) {
    const auto [file, fresh] = files_.try_emplace(url);
    if (!fresh) return;
    try {
        Source source = read_remote(url, reach_.fetch);
        File& found = files_[source.uri];  // where another URL has led as well
        if (!found.source) {
            source.documents = this;
            found = {&sources_.emplace_back(std::move(source))};
        }
        file->second.source = found.source;
    } catch (const ContractError& error) {
        file->second.mistakes = error.mistakes();
    }
}

std::string Documents::path_of(const std::string& uri) const {
    const auto path = local_path(uri);
    return path ? (folder_ / *path).lexically_normal().string() : "";
}

// Whether it could be read, maybe before.
bool Documents::read(const std::string& uri, const std::string& path) {
    const auto [file, fresh] = files_.try_emplace(path);
    if (!fresh) return file->second.source != nullptr;
    const fs::path from_here = fs::path(path).lexically_relative(folder_);
    const fs::path named = uri.starts_with("file:") ? fs::path(path) : called_ / from_here;
    reach_.look_for(named.lexically_normal().string());
    try {
        sources_.push_back(read_source(named.lexically_normal().string()));
        sources_.back().uri = uri_of(from_here);
        sources_.back().documents = this;
        file->second.source = &sources_.back();
    } catch (const ContractError& error) {
        file->second.mistakes = error.mistakes();
    }
    return file->second.source != nullptr;
}

const Documents::File* Documents::find(const std::string& uri) const {
    std::string path = is_remote(uri) ? uri : path_of(uri);
    if (const auto beside = beside_.find(uri); beside != beside_.end()) path = beside->second;
    const auto found = files_.find(path);
    return found == files_.end() ? nullptr : &found->second;
}

const Source& Documents::source_of(std::string_view place) const {
    const std::string_view uri = schema::split_reference(place).uri;
    const File* file = uri.size() < place.size() ? find(std::string(uri)) : nullptr;
    return file && file->source ? *file->source : first();
}

// Why nobody has looked for a document, said of what leads to it.
std::string Documents::why_unread(const Source& source, const std::string& uri) const {
    if (is_remote(uri)) return "to another host: --allow-remote-refs lets it be fetched";
    if (!path_of(uri).empty() && is_remote(source.uri)) {
        return "from another host to a file of this machine";
    }
    return "to another host, and only http: and https: can be fetched";
}

const Source& Documents::file_of(const Located& reference, const std::string& uri) const {
    const std::string name = '"' + std::string(reference.value->text()) + '"';
    const File* file = find(uri);
    if (!file) reference.refuse(name + " leads " + why_unread(*reference.source, uri));
    if (file->source) return *file->source;
    const Mistake& first = file->mistakes.front();
    if (first.mark.line > 0) throw ContractError(file->mistakes);
    reference.refuse(name + " leads to " + first.file + ", which " + first.message);
}

std::string Documents::base_of(const Source& source, std::string_view pointer) const {
    const bool names = named_sources_.contains(&source);
    return names ? base_at(source.root(), pointer, source.uri) : source.uri;
}

// The part of a file, or the file, that a URI without a fragment names.
Located Documents::document(const Located& reference, const std::string& uri) const {
    const auto part = names_.find(uri);
    if (part != names_.end()) return part->second;
    const Source& here = *reference.source;
    return root_of(uri == here.uri ? here : file_of(reference, uri));
}

Located Documents::target(const Located& reference) const {
    const auto [uri, fragment] = schema::split_reference(reference.value->text());
    const std::string base = base_of(*reference.source, reference.pointer);
    Located target = document(reference, schema::resolve_uri(base, uri));
    const std::string within = schema::decode_fragment(fragment);
    if (!within.empty() && within[0] != '/') {
        const std::string named = base_of(*target.source, target.pointer) + '#' + within;
        const auto anchor = names_.find(named);
        if (anchor != names_.end()) return anchor->second;
    }
    target.value = resolve(*target.value, within);
    target.pointer += within;
    if (target) return target;
    reference.refuse('"' + std::string(reference.value->text()) + "\" leads nowhere");
}

std::unique_ptr<schema::Schemas> Documents::schemas(schema::Dialect dialect) const {
    schema::Options options{.dialect = dialect, .uri = base_of(first(), "")};
    options.resolve = [this](const std::string& uri) -> std::optional<schema::Source> {
        const auto named = names_.find(uri);
        if (named != names_.end() && named->second.pointer.empty()) {
            return schema::Source{named->second.source->file, named->second.source->document};
        }
        const File* file = find(uri);
        if (!file && !path_of(uri).empty()) return std::nullopt;
        if (!file) throw ContractError({uri, {}, {}, "leads " + why_unread(first(), uri)});
        if (!file->source) throw ContractError(file->mistakes);
        return schema::Source{file->source->file, file->source->document};
    };
    auto schemas = std::make_unique<schema::Schemas>(schema::Source{first().file, first().document},
                                                     std::move(options));
    // By where they were found, and not by what led there.
    for (const Source& source : sources_) {
        const bool moved = is_remote(source.uri) && source.file != source.uri;
        if (moved && &source != &first()) schemas->add(source.uri, {source.file, source.document});
    }
    return schemas;
}

std::string place_of(const Located& at) {
    const bool first = !at.source->documents || &at.source->documents->first() == at.source;
    return first ? at.pointer : at.source->uri + '#' + at.pointer;
}

const schema::Schema& compile(schema::Schemas& schemas, const Located& at) {
    return schemas.compile(at.source->uri, at.pointer);
}

}  // namespace standin::contract
