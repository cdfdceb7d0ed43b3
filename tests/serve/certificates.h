// Certificates for one test program, made by the command `openssl`.
#pragma once

#include <cstdlib>
#include <stdexcept>
#include <string>

#include "tests/cli/folder.h"

namespace standin::serve {

// Files NAME.pem and NAME.key: root; server, for localhost, whom an authority between vouches for
// (chain.pem has both); client, whom the root vouches for; stranger, whom it does not.
class Certificates {
  public:
    Certificates() {
        folder_.write("openssl.cnf",
                      "[req]\ndistinguished_name = name\n[name]\n"
                      "[authority]\nbasicConstraints = critical,CA:TRUE\n"
                      "[server]\nbasicConstraints = CA:FALSE\nsubjectAltName = DNS:localhost\n"
                      "[client]\nbasicConstraints = CA:FALSE\nextendedKeyUsage = clientAuth\n");
        make("root", "", "-extensions authority");
        make("between", "root", "-extensions authority");
        make("server", "between", "-extensions server");
        make("client", "root", "-extensions client");
        make("stranger", "", "-extensions client");
        folder_.write("chain.pem", text("server.pem") + text("between.pem"));
    }

    std::string file(const std::string& name) const { return folder_.file(name); }
    std::string text(const std::string& name) const { return cli::text_of(file(name)); }

  private:
    void make(const std::string& name, const std::string& issuer, const std::string& more) {
        const std::string vouched =
            issuer.empty() ? "" : " -CA " + issuer + ".pem -CAkey " + issuer + ".key";
        run("cd " + folder_.file("") +
            " && openssl req -x509 -config openssl.cnf -newkey ec"
            " -pkeyopt ec_paramgen_curve:P-256 -noenc -subj /CN=" +
            name + " -keyout " + name + ".key -out " + name + ".pem " + more + vouched +
            " >openssl.log 2>&1");
    }
    static void run(const std::string& command) {
        if (std::system(command.c_str()) != 0) throw std::runtime_error("fails: " + command);
    }

    cli::Folder folder_;
};

}  // namespace standin::serve
