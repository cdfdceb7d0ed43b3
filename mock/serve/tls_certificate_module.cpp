#include <arpa/inet.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "mock/serve/tls_certificate.h"

namespace standin::serve {

namespace {

constexpr const char* making = "make a certificate";
constexpr int version_3 = 2;
constexpr long day = 24 * 60 * 60;
constexpr int serial_bits = 159;  // at most 20 octets (RFC 5280, section 4.1.2.2)

using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;

void set_serial(X509* certificate) {
    const Number number(BN_new());
    must(number && BN_rand(number.get(), serial_bits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) &&
             BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)),
         making);
}

// A certificate that nobody has signed.
Certificate draft(const std::string& name, EVP_PKEY* key) {
    Certificate certificate(X509_new());
    X509* const made = certificate.get();
    must(made && key && X509_set_version(made, version_3), making);
    set_serial(made);
    const auto* text = reinterpret_cast<const unsigned char*>(name.c_str());
    must(X509_gmtime_adj(X509_getm_notBefore(made), -day) &&
             X509_gmtime_adj(X509_getm_notAfter(made), 365 * day) &&
             X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_UTF8, text, -1,
                                        -1, 0) &&
             X509_set_pubkey(made, key),
         making);
    return certificate;
}

// `issuer` may be the certificate itself.
void extend(X509* certificate, X509* issuer, int kind, const std::string& value) {
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    must(extension && X509_add_ext(certificate, extension.get(), -1), making);
}

void sign(X509* certificate, X509* issuer, EVP_PKEY* key) {
    must(X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) &&
             X509_sign(certificate, key, EVP_sha256()) > 0,
         making);
}

std::string pem_of(X509* certificate) {
    const Buffer buffer(BIO_new(BIO_s_mem()));
    must(buffer && PEM_write_bio_X509(buffer.get(), certificate), making);
    char* text = nullptr;
    const long size = BIO_get_mem_data(buffer.get(), &text);
    return {text, static_cast<size_t>(size)};
}

bool is_address(const std::string& host) {
    unsigned char bytes[16];
    return ::inet_pton(AF_INET, host.c_str(), bytes) == 1 ||
           ::inet_pton(AF_INET6, host.c_str(), bytes) == 1;
}

// RFC 5280, section 4.2.1.6, in OpenSSL's notation.
std::string names_of(const std::string& host) {
    std::string names = "DNS:localhost,IP:127.0.0.1,IP:::1";
    for (const char* known : {"", "localhost", "127.0.0.1", "::1"}) {
        if (host == known) return names;
    }
    return names + (is_address(host) ? ",IP:" : ",DNS:") + host;
}

}  // namespace

Credential make_credential(const std::string& host) {
    const Key authority_key(EVP_EC_gen("P-256"));
    const Certificate authority = draft("standin, made for one run", authority_key.get());
    X509* const root = authority.get();
    extend(root, root, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    extend(root, root, NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(root, root, NID_subject_key_identifier, "hash");
    sign(root, root, authority_key.get());
    Credential made;
    made.key.reset(EVP_EC_gen("P-256"));
    made.certificate = draft("standin", made.key.get());
    X509* const leaf = made.certificate.get();
    extend(leaf, root, NID_basic_constraints, "critical,CA:FALSE");
    extend(leaf, root, NID_key_usage, "critical,digitalSignature");
    extend(leaf, root, NID_ext_key_usage, "serverAuth");
    extend(leaf, root, NID_subject_key_identifier, "hash");
    extend(leaf, root, NID_authority_key_identifier, "keyid:always");
    extend(leaf, root, NID_subject_alt_name, names_of(host));
    sign(leaf, root, authority_key.get());
    made.authority = pem_of(root);
    return made;
}

}  // namespace standin::serve
