#include "mock/serve/tls.h"

#include <stdexcept>

#include "mock/serve/module.h"

namespace standin::serve {

std::shared_ptr<Tls> load_tls(const TlsOptions& options) {
    std::string why;
    std::shared_ptr<Tls> tls(load<TlsMaker>("tls", "standin_tls")(options, why));
    if (!tls) throw std::runtime_error(why);
    return tls;
}

}  // namespace standin::serve
