// Parts of the program that are loaded when they are first needed, because the libraries that they
// bring along cost every start and idle process that does not need them.
#pragma once

#include <stdexcept>
#include <string>

namespace standin::serve {

// "cannot load standin-client.so: …": the part is missing, or is none of this build.
struct ModuleError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// What `standin-NAME.so` has under a symbol, a function of C's linkage. It lies beside the program,
// or in the libdir that belongs to it, and is loaded once and never let go of. Throws ModuleError.
// Safe to call from several threads.
void* symbol_of(const std::string& name, const char* symbol);

// The same, as a pointer to a function. The type is the caller's promise.
template <class Function>
Function* load(const std::string& name, const char* symbol) {
    return reinterpret_cast<Function*>(symbol_of(name, symbol));
}

}  // namespace standin::serve
