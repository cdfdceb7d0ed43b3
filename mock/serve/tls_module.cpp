// The module `tls`: what all TLS connections of a server have in common.
#include <exception>
#include <string_view>

#include <fcntl.h>

#include "mock/serve/openssl.h"
#include "mock/serve/tls.h"
#include "mock/serve/tls_certificate.h"
#include "mock/serve/tls_cipher.h"

namespace standin::serve {

namespace {

constexpr std::string_view http_1_1 = "\x08http/1.1";  // as ALPN writes it
constexpr std::string_view of_sessions = "standin";    // which may be resumed here

// RFC 7301, section 3.2: who offers protocols, and not this one, is refused.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* size,
                    const unsigned char* offered, unsigned offered_size, void*) {
    const auto* known = reinterpret_cast<const unsigned char*>(http_1_1.data());
    unsigned char* found = nullptr;
    if (SSL_select_next_proto(&found, size, known, static_cast<unsigned>(http_1_1.size()), offered,
                              offered_size) != OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

Context make_context() {
    Context context(SSL_CTX_new(TLS_server_method()));
    must(context != nullptr, "begin with TLS");
    SSL_CTX* const made = context.get();
    must(SSL_CTX_set_min_proto_version(made, TLS1_2_VERSION), "begin with TLS 1.2");
    SSL_CTX_set_options(made, SSL_OP_NO_RENEGOTIATION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    // What is sent comes in parts and from other places the next time; idle connections keep no
    // buffers.
    SSL_CTX_set_mode(made, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                               SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_read_ahead(made, 1);
    SSL_CTX_set_alpn_select_cb(made, choose_protocol, nullptr);
    must(SSL_CTX_set_session_id_context(made,
                                        reinterpret_cast<const unsigned char*>(of_sessions.data()),
                                        static_cast<unsigned>(of_sessions.size())),
         "name sessions");
    return context;
}

void use_files(SSL_CTX* context, const TlsOptions& options) {
    must(SSL_CTX_use_certificate_chain_file(context, options.certificate.c_str()) == 1,
         "use " + options.certificate);
    must(SSL_CTX_use_PrivateKey_file(context, options.key.c_str(), SSL_FILETYPE_PEM) == 1,
         "use " + options.key);
}

void use(SSL_CTX* context, const Credential& credential) {
    must(SSL_CTX_use_certificate(context, credential.certificate.get()) == 1 &&
             SSL_CTX_use_PrivateKey(context, credential.key.get()) == 1,
         "use the certificate that was made");
}

void demand_certificates(SSL_CTX* context, const std::string& authority) {
    const std::string what = "use " + authority;
    must(SSL_CTX_load_verify_file(context, authority.c_str()) == 1, what);
    STACK_OF(X509_NAME)* const names = SSL_load_client_CA_file(authority.c_str());
    must(names != nullptr, what);
    SSL_CTX_set_client_CA_list(context, names);  // which it owns from here on
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
}

class OpenSslTls final : public Tls {
  public:
    explicit OpenSslTls(const TlsOptions& options) : context_(make_context()) {
        if (options.certificate.empty()) {
            const Credential made = make_credential(options.host);
            authority_ = made.authority;
            use(context_.get(), made);
        } else {
            use_files(context_.get(), options);
        }
        if (!options.client_ca.empty()) demand_certificates(context_.get(), options.client_ca);
    }

    std::unique_ptr<Cipher> cipher(int descriptor) override {
        Session session(SSL_new(context_.get()));
        if (!session || !SSL_set_fd(session.get(), descriptor)) return nullptr;
        SSL_set_accept_state(session.get());
        ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
        return std::make_unique<TlsCipher>(std::move(session));
    }

    std::string authority() const override { return authority_; }

  private:
    const Context context_;
    std::string authority_;
};

}  // namespace

extern "C" __attribute__((visibility("default"))) Tls* standin_tls(const TlsOptions& options,
                                                                   std::string& why) {
    try {
        return std::make_unique<OpenSslTls>(options).release();
    } catch (const std::exception& error) {
        why = error.what();
        return nullptr;
    }
}

}  // namespace standin::serve
