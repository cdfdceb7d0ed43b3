// Values written as XML, as their schemas say (OpenAPI 3.1, section 4.8.26).
#pragma once

#include <string>

#include "mock/contract/reference.h"
#include "mock/core/value.h"

namespace standin::sample {

// Whether a media type carries XML (RFC 7303): application/xml, text/xml, any +xml.
bool is_xml(std::string_view essence);

// A document: names, attributes, namespaces, prefixes and wrappers by `xml`, else members are
// elements under their own names and lists are repeated elements. The root is called as its schema
// is, else "root". What XML cannot name is called with "_" instead.
std::string xml_of(const Value& value, const contract::Located& schema);

}  // namespace standin::sample
