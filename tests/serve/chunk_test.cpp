// Chunked bodies, as raw bytes, and what the transport makes of them: one row, one test.
#include "tests/serve/framed.h"

namespace standin::serve {
namespace {

class ChunkTable : public testing::TestWithParam<Row> {};

TEST_P(ChunkTable, GivesTheOutcome) {
    EXPECT_EQ(outcome_of(GetParam().bytes, GetParam().bytes.size()), GetParam().outcome);
}

TEST_P(ChunkTable, GivesTheSameByteByByte) {
    EXPECT_EQ(outcome_of(GetParam().bytes, 1), GetParam().outcome);
}

INSTANTIATE_TEST_SUITE_P(
    , ChunkTable,
    testing::Values(
        Row{"Two", chunked("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"), decoded("abc0123456789")},
        Row{"None", chunked("0\r\n\r\n"), decoded("")},
        Row{"LeadingZeros", chunked("001\r\na\r\n000\r\n\r\n"), decoded("a")},
        Row{"Extension", chunked("1;a=\"b\"\r\nc\r\n0;d\r\n\r\n"), decoded("c")},
        Row{"Trailers", chunked("1\r\na\r\n0\r\nb: c\r\nd: e\r\n\r\n"), decoded("a")},
        Row{"SpaceBeforeExtension", chunked("1 ;a=b\r\nc\r\n0\r\n\r\n"), decoded("c")},
        Row{"CodingInUpperCase", post("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n"),
            "POST / 1.1 keep [Host: h] [Transfer-Encoding: CHUNKED] {}\n"},
        Row{"Pipelined", chunked("1\r\na\r\n0\r\n\r\n") + get(""),
            decoded("a") + "GET / 1.1 keep [Host: h] {}\n"},
        Row{"NotHexadecimal", chunked("g\r\n"), no_size},
        Row{"EmptySize", chunked("\r\n"), no_size}, Row{"SignedSize", chunked("-1\r\n"), no_size},
        Row{"PrefixedSize", chunked("0x1\r\n"), no_size},
        Row{"SpaceBeforeSize", chunked(" 1\r\na\r\n"), no_size},
        Row{"SpaceAfterSize", chunked("1 \r\na\r\n"), no_size},
        Row{"SizeOverflows", chunked("ffffffffffffffff1\r\n"), no_size},
        Row{"ManyLeadingZeros", chunked(string(22, '0') + "1\r\na\r\n0\r\n\r\n"), no_size},
        Row{"NulInExtension", chunked(string("1;\0\r\n", 5)), no_size},
        Row{"BareLfAfterSize", chunked("1\na\r\n"), bare_lf},
        Row{"BareLfInTrailer", chunked("0\r\na: b\n\r\n"), bare_lf},
        Row{"BareCrInExtension", chunked("1;a\rb\r\nc\r\n"), no_size},
        Row{"FoldedTrailer", chunked("0\r\na: b\r\n c\r\n\r\n"),
            "400 a header line begins with white space"},
        Row{"TrailerWithoutColon", chunked("0\r\nGET / HTTP/1.1\r\n\r\n"),
            "400 a header line has no colon"},
        Row{"SpaceBeforeColonOfTrailer", chunked("0\r\na : b\r\n\r\n"),
            "400 white space stands before the colon of a header"},
        Row{"BareCrInTrailer", chunked("0\r\na: b\rc\r\n\r\n"), control},
        Row{"LongerThanItsSize", chunked("1\r\nab\r\n"), "400 a chunk is longer than its size"},
        Row{"BareLfAfterData", chunked("1\r\na\n"), "400 a chunk is longer than its size"},
        Row{"EndlessExtension", chunked("1;" + string(2000, 'a')),
            "400 the line of a chunk's size is too long"},
        Row{"EndlessTrailer", chunked("0\r\n" + string(200, 'a')),
            "431 the trailers are longer than 96 bytes"},
        Row{"OneTooLarge", chunked("11\r\n"), too_large},
        Row{"TogetherTooLarge", chunked("10\r\n0123456789abcdef\r\n1\r\n"), too_large},
        Row{"Unfinished", chunked("3\r\nab"), "in body"},
        Row{"WithLength", post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", ""),
            "400 Content-Length and Transfer-Encoding stand together"},
        Row{"WithLengthBehind", post("transfer-encoding: chunked\r\ncontent-length: 1\r\n", ""),
            "400 Content-Length and Transfer-Encoding stand together"},
        Row{"CodingBehindATab", post("Transfer-Encoding:\tchunked\r\n", "0\r\n\r\n"),
            "POST / 1.1 keep [Host: h] [Transfer-Encoding: chunked] {}\n"},
        Row{"CodingBehindAVerticalTab", post("Transfer-Encoding: \vchunked\r\n", ""), control},
        Row{"CodingOfNoName", post("Transfer-Encoding:\r\n", ""), no_coding},
        Row{"CodingInQuotes", post("Transfer-Encoding: \"chunked\"\r\n", ""), no_coding},
        Row{"CodingWithParameter", post("Transfer-Encoding: chunked;q=1\r\n", ""), no_coding},
        Row{"CodingBehindAComma", post("Transfer-Encoding: , chunked\r\n", ""), no_coding},
        Row{"CodingMisspelt", post("Transfer-Encoding: xchunked\r\n", ""), no_coding},
        Row{"Identity", post("Transfer-Encoding: identity\r\n", ""), no_coding},
        Row{"IdentityLast", post("Transfer-Encoding: chunked, identity\r\n", ""), no_coding},
        Row{"CodingsOnTwoLines", post("Transfer-Encoding: chunked\r\nTransfer-encoding: x\r\n", ""),
            no_coding},
        Row{"OtherCoding", post("Transfer-Encoding: gzip\r\n", ""), no_coding},
        Row{"OtherCodingFirst", post("Transfer-Encoding: gzip, chunked\r\n", ""), no_coding},
        Row{"TwiceCoded", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", ""),
            no_coding},
        Row{"InOldVersion", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
            "400 HTTP/1.0 has no Transfer-Encoding"}),
    name_of_row);

}  // namespace
}  // namespace standin::serve
