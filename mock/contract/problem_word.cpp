#include "mock/contract/problem_word.h"

#include <algorithm>
#include <initializer_list>

#include "mock/contract/plain_name.h"

namespace standin::contract {

namespace {

using Names = std::initializer_list<std::string_view>;

struct Row {
    Tells tells;
    Names names;
};

const Row of_one[] = {
    {Tells::keyword, {"code", "type", "rule", "constraint", "keyword", "kind", "errorcode"}},
    {Tells::field, {"field", "name", "property", "attribute", "fieldname", "member", "key"}},
    {Tells::pointer, {"pointer", "jsonpointer", "fieldpath", "propertypath"}},
    {Tells::path, {"path", "loc"}},
    {Tells::part, {"location", "in"}},
    {Tells::expected, {"expected"}},
    {Tells::received, {"value", "received", "actual", "rejectedvalue", "invalidvalue"}},
    {Tells::wrapper, {"source"}},
};

const Row of_all[] = {
    {Tells::message,
     {"message", "msg", "detail", "description", "errordescription", "errormessage", "errormsg",
      "usermessage", "reason", "text"}},
    {Tells::title, {"title"}},
    {Tells::code, {"code", "errorcode", "errcode", "errno"}},
    {Tells::name, {"type", "name", "kind", "slug", "errortype", "errorname"}},
    {Tells::status, {"status", "statuscode", "httpstatus", "httpstatuscode", "httpcode"}},
    {Tells::field, {"field", "param", "parameter"}},
    {Tells::target, {"path", "instance"}},
    {Tells::problems,
     {"errors", "details", "violations", "issues", "problems", "messages", "fielderrors",
      "validationerrors", "errordetails", "errormessages", "invalidparams"}},
    {Tells::wrapper, {"error", "problem", "fault", "failure"}},
    {Tells::failed, {"iserror", "failed", "haserror"}},
    {Tells::passed, {"success", "ok", "succeeded", "successful", "issuccess"}},
};

Tells find(std::span<const Row> rows, const std::string& name) {
    for (const Row& row : rows) {
        if (std::ranges::find(row.names, name) != row.names.end()) return row.tells;
    }
    return Tells::nothing;
}

struct Hints {
    int status;
    Names names;  // parts of the words that speak of it, the surest first
};

const Hints hints[] = {
    {401, {"unauthorized", "unauthenticated", "authentication", "credential", "auth"}},
    {403, {"forbidden", "permission", "denied", "authorization", "access"}},
    {404, {"notfound", "nosuch", "doesnotexist", "missing", "unknown"}},
    {405, {"methodnotallowed", "notallowed", "method", "unsupported"}},
    {409, {"conflict", "alreadyexists", "duplicate", "exists"}},
    {413, {"toolarge", "size"}},
    {415, {"mediatype", "contenttype", "unsupported"}},
    {429, {"ratelimit", "toomany", "throttl", "quota", "limit"}},
    {503, {"unavailable", "overloaded", "server"}},
    {504, {"timeout", "unavailable", "server"}},
};
const Hints of_server{500, {"internal", "server", "apierror", "unexpected"}};
const Hints of_client{400, {"validation", "invalid", "badrequest", "malformed", "bad"}};
const Hints of_any{0, {"invalid", "fail", "error"}};

const Hints& hints_of(int status) {
    const auto* found = std::ranges::find(hints, status, &Hints::status);
    if (found != std::end(hints)) return *found;
    return status >= 500 ? of_server : of_client;
}

}  // namespace

Tells told_by(std::string_view member, Level level) {
    const std::string name = plain_name(member);
    const Tells special = level == Level::one ? find(of_one, name) : Tells::nothing;
    return special == Tells::nothing ? find(of_all, name) : special;
}

std::string_view word_for(int status, std::span<const std::string_view> words) {
    const auto with = [&](std::string_view hint) {
        return std::ranges::find_if(words, [&](std::string_view word) {
            return plain_name(word).find(hint) != std::string::npos;
        });
    };
    if (const auto exact = with(std::to_string(status)); exact != words.end()) return *exact;
    for (const Hints* each : {&hints_of(status), &of_any}) {
        for (const std::string_view hint : each->names) {
            if (const auto found = with(hint); found != words.end()) return *found;
        }
    }
    return words.front();
}

}  // namespace standin::contract
