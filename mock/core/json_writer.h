// Writes JSON text from a sequence of events, as Builder makes values of one.
#pragma once

#include <string>
#include <string_view>

#include "mock/core/builder.h"
#include "mock/core/json.h"

namespace standin {

class JsonWriter {
  public:
    JsonWriter(std::string& out, const JsonStyle& style) : out_(out), style_(style) {}

    void name(std::string_view name) {
        separate();
        write_json_string(out_, name, style_);
        out_ += ':';
        fresh_ = true;
    }
    void value(const Value& value) {
        separate();
        write_json(out_, value, style_);
    }
    void string(std::string_view text) {
        separate();
        write_json_string(out_, text, style_);
    }
    void json(std::string_view ready) {
        separate();
        out_ += ready;
    }
    void null() { json("null"); }
    void begin_object() { begin('{'); }
    void begin_array() { begin('['); }
    void end_object() { end('}'); }
    void end_array() { end(']'); }

  private:
    void separate() {
        if (!fresh_) out_ += ',';
        fresh_ = false;
    }
    void begin(char bracket) {
        separate();
        out_ += bracket;
        fresh_ = true;
    }
    void end(char bracket) {
        out_ += bracket;
        fresh_ = false;
    }

    std::string& out_;
    JsonStyle style_;
    bool fresh_ = true;  // nothing stands before the next value that a comma must part it from
};

}  // namespace standin
