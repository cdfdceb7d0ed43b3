// Bodies of several parts: taken apart, and refused with the place.
#include "mock/http/multipart.h"

#include <gtest/gtest.h>

namespace standin::http {
namespace {

struct Row {
    const char* name;
    std::string body;
    std::string told;
    const char* content_type = "multipart/form-data; boundary=b";
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

// "name(file)=text|", and the mistake.
std::string told(const Multipart& multipart) {
    std::string text;
    for (const BodyPart& part : multipart.parts) {
        text += part.name;
        if (!part.file_name.empty()) text += '(' + part.file_name + ')';
        text += '=' + std::string(part.text) + '|';
    }
    return text + multipart.mistake;
}

class Parts : public testing::TestWithParam<Row> {};

TEST_P(Parts, AreTakenApart) {
    EXPECT_EQ(told(read_multipart(GetParam().body, GetParam().content_type)), GetParam().told);
}

const std::string head = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n";

const Row rows[] = {
    {"one", head + "text\r\n--b--\r\n", "a=text|"},
    {"two", head + "1\r\n" + head + "2\r\n--b--", "a=1|a=2|"},
    {"empty", head + "\r\n--b--", "a=|"},
    {"no_parts", "--b--", ""},
    {"lines_of_unix", "--b\nContent-Disposition: form-data; name=\"a\"\n\nx\ny\n--b--\n",
     "a=x\ny|"},
    {"file",
     "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"x; y.png\"\r\n"
     "Content-Type: image/png\r\n\r\n\x89PNG\r\n--b--",
     "a(x; y.png)=\x89PNG|"},
    {"before_and_behind", "preamble\r\n" + head + "x\r\n--b--\r\nepilogue", "a=x|"},
    {"boundary_in_the_text", head + "a--b\r\n--bb\r\n --b\r\n--b--", "a=a--b\r\n--bb\r\n --b|"},
    {"padding", "--b \t\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b--", "a=x|"},
    {"quoted_boundary", "--x y\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--x y--",
     "a=x|", "multipart/form-data; boundary=\"x y\""},
    {"name_with_a_quote",
     "--b\r\ncontent-disposition: form-data; name=\"a\\\"b\"\r\n\r\nx\r\n--b--", "a\"b=x|"},
    {"no_boundary", head, "the Content-Type names no boundary", "multipart/form-data"},
    {"empty_boundary", head, "the Content-Type names no boundary",
     "multipart/form-data; boundary="},
    {"long_boundary", head, "the boundary is too long",
     "multipart/form-data; "
     "boundary=01234567890123456789012345678901234567890123456789012345678901234567890"},
    {"nothing", "", "no line begins with the boundary"},
    {"another_boundary", "--c\r\n\r\nx\r\n--c--", "no line begins with the boundary"},
    {"no_end", head + "x\r\n", "part 1, which begins at byte 6, is not followed by the boundary"},
    {"second_without_an_end", head + "x\r\n" + head + "y",
     "a=x|part 2, which begins at byte 56, is not followed by the boundary"},
    {"header_without_an_end", "--b\r\nContent-Disposition: form-data; name=a",
     "part 1, which begins at byte 6, ends within its header fields"},
    {"header_without_a_colon", "--b\r\nContent\r\n\r\n--b--",
     "part 1, which begins at byte 6, has a header field without a colon"},
    {"no_disposition", "--b\r\n\r\nx\r\n--b--", "part 1, which begins at byte 6, has no name"},
    {"no_name", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
     "part 1, which begins at byte 6, has no name"},
};
INSTANTIATE_TEST_SUITE_P(Multipart, Parts, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace standin::http
