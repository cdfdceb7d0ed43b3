#include "mock/cli/transport.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <stdlib.h>
#include <sys/resource.h>

#include "mock/cli/command.h"

namespace standin::cli {

namespace {

std::shared_ptr<serve::Tls> tls_of(const ServeOptions& options) {
    if (!options.tls.on) return nullptr;
    try {
        return serve::load_tls({.certificate = options.tls.certificate,
                                .key = options.tls.key,
                                .host = options.host,
                                .client_ca = options.tls.client_ca});
    } catch (const std::runtime_error& error) {
        throw UsageError(std::string("TLS: ") + error.what());
    }
}

std::string make_folder() {
    std::error_code error;
    std::string folder = (std::filesystem::temp_directory_path(error) / "standin-XXXXXX").string();
    if (!error && ::mkdtemp(folder.data())) return folder;
    if (!error) error = {errno, std::generic_category()};
    throw UsageError("--tls-ca: no temporary folder can be made: " + error.message());
}

}  // namespace

serve::Options transport_of(const ServeOptions& options) {
    serve::Options transport;
    transport.host = options.host;
    transport.port = options.port;
    transport.socket = options.socket;
    transport.limits.body_bytes = options.max_body_bytes;
    transport.limits.connections = options.max_connections;
    transport.tls = tls_of(options);
    return transport;
}

AuthorityFile::AuthorityFile(const serve::Tls* tls, const std::string& file) {
    const std::string authority = tls ? tls->authority() : "";
    if (authority.empty()) return;
    if (file.empty()) folder_ = make_folder();
    path_ = file.empty() ? folder_ + "/ca.pem" : file;
    std::ofstream out(path_);
    out << authority;
    out.close();
    if (!out) throw UsageError("--tls-ca " + path_ + " cannot be written");
}

AuthorityFile::~AuthorityFile() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove(path_, error);
    if (!folder_.empty()) std::filesystem::remove(folder_, error);
}

void allow_many_files() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace standin::cli
