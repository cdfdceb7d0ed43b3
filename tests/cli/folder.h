// Files that a test writes and reads.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace standin::cli {

// A folder that is there as long as this is.
class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "standin-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder can be made");
        path_ = name;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name) const { return (path_ / name).string(); }
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name) << text;
        return file(name);
    }

  private:
    std::filesystem::path path_;
};

inline std::string text_of(const std::string& file) {
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

inline constexpr const char* small_contract = R"(openapi: 3.1.0
info: {title: A small API, version: "1"}
servers: [{url: https://api.example.com/v1}]
paths:
  /things:
    post:
      operationId: makeThing
      requestBody:
        content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}
      responses: {"201": {description: made}}
  /things/{id}:
    get: {operationId: readThing, responses: {"200": {description: ok}}}
)";

}  // namespace standin::cli
