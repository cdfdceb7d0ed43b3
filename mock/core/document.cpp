#include "mock/core/document.h"

#include <cassert>

namespace standin {

void Document::share(std::shared_ptr<const Document> base) {
    assert(!base_ && files_.empty());
    files_ = base->files_;
    base_ = std::move(base);
}

std::optional<uint8_t> Document::add_file(std::string file) {
    if (files_.size() == UINT8_MAX) return std::nullopt;
    files_.push_back(std::move(file));
    return static_cast<uint8_t>(files_.size());
}

const std::string& Document::file_of(Mark mark, const std::string& own) const {
    assert(mark.file <= files_.size());
    return mark.file == 0 ? own : files_[mark.file - 1];
}

}  // namespace standin
