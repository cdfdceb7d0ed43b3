#include "mock/schema/schema.h"

#include "mock/schema/compiler.h"

namespace standin::schema {

Schemas::Schemas(std::string file, std::shared_ptr<const Document> document, Dialect dialect)
    : store_(std::make_unique<Store>(std::move(file), std::move(document), dialect)) {}

Schemas::~Schemas() = default;

const Schema& Schemas::compile(std::string_view pointer) {
    return Compiler(*store_).compile(pointer);
}

}  // namespace standin::schema
