// A client that speaks TLS, and what it notices.
#pragma once

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include "tests/serve/wire.h"

namespace standin::serve {

// What a client brings along.
struct Manners {
    std::string authority = {};    // PEM; it trusts nobody else. "": it trusts everybody
    std::string name = {};         // the server's, a host or an address; "": whatever
    std::string certificate = {};  // files; "": it has none
    std::string key = {};
    std::string protocols = {};  // as ALPN writes them
    int version = 0;             // the only one that it speaks; 0: the server's best
    SSL_SESSION* resumed = nullptr;
};

// Every failure throws what OpenSSL says of it.
class TlsClient {
  public:
    explicit TlsClient(int port, const Manners& manners = {}, const char* host = "127.0.0.1")
        : client_(port, host), context_(SSL_CTX_new(TLS_client_method())) {
        set_up(manners);
        tls_ = SSL_new(context_);
        if (manners.resumed) SSL_set_session(tls_, manners.resumed);
        expect(manners);
        SSL_set_fd(tls_, client_.descriptor());
        if (SSL_connect(tls_) != 1) fail();
    }
    ~TlsClient() {
        SSL_free(tls_);
        SSL_CTX_free(context_);
    }
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    SSL* tls() { return tls_; }
    Client& bare() { return client_; }

    void send(std::string_view bytes) {
        if (!bytes.empty() && SSL_write(tls_, bytes.data(), static_cast<int>(bytes.size())) <= 0) {
            fail();
        }
    }
    void finish_sending() { SSL_shutdown(tls_); }

    // Exactly so many bytes.
    std::string receive(size_t size) {
        while (received_.size() < size) {
            if (!receive_some()) fail();
        }
        std::string taken = received_.substr(0, size);
        received_.erase(0, size);
        return taken;
    }
    std::string exchange(std::string_view request, size_t size_of_answer) {
        send(request);
        return receive(size_of_answer);
    }
    // Everything up to the end, and behind it "|bye" where it was announced, and "|FIN" or "|RST";
    // else what OpenSSL says.
    std::string receive_with_end() {
        while (receive_some()) continue;
        const int error = SSL_get_error(tls_, 0);
        const bool reset = error == SSL_ERROR_SYSCALL && errno == ECONNRESET;
        const bool cut = ERR_GET_REASON(ERR_peek_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
        std::string text = std::exchange(received_, {});
        if (reset) return text + "|RST";
        if (cut) return text + "|FIN";
        if (error == SSL_ERROR_ZERO_RETURN) return text + "|bye" + client_.receive_with_end();
        return text + "|" + mistake();
    }

  private:
    void set_up(const Manners& manners) {
        if (manners.version) {
            SSL_CTX_set_security_level(context_, 0);
            SSL_CTX_set_min_proto_version(context_, manners.version);
            SSL_CTX_set_max_proto_version(context_, manners.version);
        }
        if (!manners.authority.empty()) trust(manners.authority);
        if (!manners.certificate.empty()) {
            SSL_CTX_use_certificate_chain_file(context_, manners.certificate.c_str());
            SSL_CTX_use_PrivateKey_file(context_, manners.key.c_str(), SSL_FILETYPE_PEM);
        }
        const auto* protocols = reinterpret_cast<const unsigned char*>(manners.protocols.data());
        SSL_CTX_set_alpn_protos(context_, protocols,
                                static_cast<unsigned>(manners.protocols.size()));
    }
    void trust(const std::string& authority) {
        BIO* text = BIO_new_mem_buf(authority.data(), static_cast<int>(authority.size()));
        X509* certificate = PEM_read_bio_X509(text, nullptr, nullptr, nullptr);
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context_), certificate);
        X509_free(certificate);
        BIO_free(text);
        SSL_CTX_set_verify(context_, SSL_VERIFY_PEER, nullptr);
    }
    void expect(const Manners& manners) {
        if (manners.name.empty()) return;
        X509_VERIFY_PARAM* wanted = SSL_get0_param(tls_);
        if (!X509_VERIFY_PARAM_set1_ip_asc(wanted, manners.name.c_str())) {
            X509_VERIFY_PARAM_set1_host(wanted, manners.name.c_str(), 0);
        }
    }
    bool receive_some() {
        char buffer[1 << 16];
        ERR_clear_error();
        const int size = SSL_read(tls_, buffer, sizeof buffer);
        if (size > 0) received_.append(buffer, static_cast<size_t>(size));
        return size > 0;
    }
    static std::string mistake() {
        const char* reason = ERR_reason_error_string(ERR_peek_error());
        ERR_clear_error();
        return reason ? reason : "silence, or the end";
    }
    [[noreturn]] void fail() {
        const std::string why = mistake();
        SSL_free(std::exchange(tls_, nullptr));
        SSL_CTX_free(std::exchange(context_, nullptr));
        throw std::runtime_error(why);
    }

    Client client_;
    SSL_CTX* context_;
    SSL* tls_ = nullptr;
    std::string received_;
};

}  // namespace standin::serve
