#include "mock/schema/schema.h"

#include <utility>

#include "mock/schema/compiler.h"

namespace standin::schema {

Schemas::Schemas(Source source, Options options)
    : store_(std::make_unique<Store>(std::move(source), std::move(options))) {}

Schemas::Schemas(std::string file, std::shared_ptr<const Document> document, Dialect dialect)
    : Schemas({std::move(file), std::move(document)}, {.dialect = dialect}) {}

Schemas::~Schemas() = default;

void Schemas::add(std::string uri, Source source) {
    store_->library.add(std::move(uri), std::move(source));
}

const Schema& Schemas::compile(std::string_view pointer) {
    return Compiler(*store_).compile(nullptr, pointer);
}

const Schema& Schemas::compile(const std::string& uri, std::string_view pointer) {
    return Compiler(*store_).compile(&uri, pointer);
}

std::vector<Mistake> Schemas::take_warnings() {
    return std::exchange(store_->warnings, {});
}

}  // namespace standin::schema
