#include "mock/envelope/wrap.h"

#include <algorithm>

#include "mock/core/json.h"
#include "mock/core/json_writer.h"
#include "mock/envelope/answer_scope.h"
#include "mock/envelope/details.h"
#include "mock/envelope/situation.h"
#include "mock/http/media_type.h"

namespace standin::envelope {

using contract::Contract;
using contract::Envelope;
using contract::Operand;
using contract::Outcome;
using contract::Refusal;
using contract::Wording;

namespace {

constexpr JsonStyle plain;

const JsonStyle& style_of(const Subject& subject) {
    return subject.contract ? subject.contract->style : plain;
}

void finish(http::Response& response, const Subject& subject, std::string_view media_type) {
    if (style_of(subject).newline) response.body += '\n';
    response.headers.set("Content-Type", std::string(media_type));
}

// The error that speaks of a situation: the operation's, the contract's, or that of the situation
// which it is a case of. Null where the contract says nothing.
const Refusal* find_refusal(const Subject& subject, std::string_view error) {
    while (!error.empty()) {
        if (subject.operation) {
            for (const Refusal* each : subject.operation->errors) {
                if (each->name == error) return each;
            }
        }
        const Refusal* found = subject.contract ? subject.contract->find_error(error) : nullptr;
        if (found) return found;
        error = situation(error).otherwise;
    }
    return nullptr;
}

// One answer to something refused.
class Refuser {
  public:
    Refuser(const Subject& subject, std::string_view error, const Refusal* refusal,
            Problems& problems)
        : subject_(subject),
          error_(error),
          situation_(situation(error)),
          refusal_(refusal),
          problems_(problems),
          scope_(subject.request, subject.input, subject.contract) {
        if (subject.contract) scope_.set_part_names(&subject.contract->part_names);
    }

    void set_status(int status) { response_.status = status; }  // whatever the error says

    http::Response answer(const Outcome* outcome) {
        if (outcome) scope_.set_outcome(outcome);
        if (response_.status == 0) {
            response_.status = refusal_ && refusal_->status ? *refusal_->status : own_status();
        }
        scope_.set_status(response_.status);
        scope_.set_error(name());
        scope_.set_placed(situation_.message.empty() || (refusal_ && refusal_->part));
        for (Problem& problem : problems_) word(problem);
        scope_.set_problem(&problems_.front());
        write_body();
        if (refusal_) {
            for (const auto& [name, value] : refusal_->headers) {
                response_.headers.add(name, value);
            }
        }
        return std::move(response_);
    }

  private:
    // Where a document has but the one, what breaks a schema is a 422 and no 400.
    int own_status() const {
        const bool schema_speaks = situation_.message.empty() && situation_.status == 400;
        if (!schema_speaks || !subject_.operation) return situation_.status;
        const auto documents = [&](std::string_view status) {
            return std::ranges::any_of(
                subject_.operation->responses,
                [&](const contract::Documented& each) { return each.status == status; });
        };
        return documents("422") && !documents("400") ? 422 : 400;
    }

    std::string name() const {
        if (!error_.empty()) return std::string(error_);
        std::string name = http::lower(http::reason_of(response_.status));
        std::ranges::replace(name, ' ', '_');
        return name;
    }

    // Gives a problem its place, code and message: the error's own, else those of the first
    // wording that fits.
    void word(Problem& problem) {
        if (refusal_ && refusal_->part) {
            problem.part = *refusal_->part;
            problem.pointer = refusal_->pointer;
        }
        scope_.set_problem(&problem);
        const bool schema_speaks = situation_.message.empty();
        if (refusal_ && refusal_->message) {
            if (schema_speaks) word_from(0, problem);
            problem.message = refusal_->message->text(scope_);
        } else if (!schema_speaks) {
            if (problem.message.empty()) problem.message = situation_.message;
        } else {
            word_from(0, problem);
        }
        if (problem.code.empty() && refusal_ && refusal_->code) {
            problem.code = refusal_->code->text(scope_);
        }
    }

    // The message and code of the rows from `first` on; a row may build on what the next one says.
    void word_from(size_t first, Problem& problem) {
        if (!subject_.contract) return;
        const auto& rows = subject_.contract->wording;
        for (size_t i = first; i < rows.size(); ++i) {
            const Wording& row = rows[i];
            if (!row.fits(problem)) continue;
            if (!row.message || row.message->names_message()) word_from(i + 1, problem);
            if (row.message) problem.message = row.message->text(scope_);
            if (row.code) problem.code = row.code->text(scope_);
            return;
        }
    }

    void write_body() {
        if (refusal_ && refusal_->body) {
            refusal_->body->write(response_.body, scope_, style_of(subject_));
            return finish(response_, subject_, "application/json");
        }
        const Envelope* envelope = refusal_ ? refusal_->envelope : nullptr;
        if (!envelope && subject_.contract) envelope = subject_.contract->find_envelope("problems");
        if (envelope) return write_in(*envelope);
        if (!write_as_text() && !write_as_documented()) write_problem_details();
    }

    // As the contract's schemas have it; false where they do not, or where a body that was made so
    // would not be what they ask for. What the mock says itself tells more, where it is welcome.
    bool write_as_documented() {
        if (!subject_.contract || !subject_.fits) return false;
        const Envelope* form =
            subject_.contract->problem_forms.find(subject_.operation, response_.status);
        if (!form) return false;
        const auto fits = [&] { return subject_.fits(form->schema, response_.body); };
        if (http::essence_of(form->media_type) == http::problem_json) {
            write_problem_details();
            if (fits()) return true;
            response_.body.clear();
        }
        write_in(*form);
        if (fits() || mend(form->schema)) return true;
        response_.body.clear();
        return false;
    }

    // With whatever else the schema asks for, as long as the problem is still told.
    bool mend(const contract::Located& schema) {
        if (!subject_.mended) return false;
        std::string told;
        write_json_string(told, problems_.front().message, style_of(subject_));
        std::string body = subject_.mended(schema, response_.body);
        if (body.find(told) == body.npos) return false;
        response_.body = std::move(body);
        return true;
    }

    // Where plain text is all that is documented.
    bool write_as_text() {
        const contract::Documented* documented =
            subject_.operation ? subject_.operation->documented(response_.status) : nullptr;
        if (!documented || http::essence_of(documented->media_type) != "text/plain") return false;
        for (const Problem& problem : problems_) {
            if (!response_.body.empty()) response_.body += '\n';
            if (situation_.message.empty()) response_.body += scope_.pointer_of(problem) + ": ";
            response_.body += problem.message;
        }
        response_.headers.set("Content-Type", documented->media_type);
        return true;
    }

    void write_in(const Envelope& envelope) {
        std::string dressed = dress(envelope);
        std::string messages = messages_of(problems_, scope_, style_of(subject_));
        scope_.set_problems(&dressed, &messages);
        scope_.set_problem(&problems_.front());
        envelope.body.write(response_.body, scope_, style_of(subject_));
        finish(response_, subject_, envelope.media_type);
    }

    std::string dress(const Envelope& envelope) {
        std::string dressed = "[";
        for (const Problem& problem : problems_) {
            if (!envelope.problem) break;
            if (dressed.size() > 1) dressed += ',';
            scope_.set_problem(&problem);
            envelope.problem->write(dressed, scope_, style_of(subject_));
        }
        return dressed + ']';
    }

    void write_problem_details() {
        write_details(response_.body, {response_.status, situation_.message.empty()}, problems_,
                      scope_);
        response_.headers.set("Content-Type", std::string(http::problem_json));
    }

    const Subject& subject_;
    const std::string_view error_;
    const Situation& situation_;
    const Refusal* refusal_;
    Problems& problems_;
    AnswerScope scope_;
    http::Response response_{0, {}, {}};
};

}  // namespace

http::Response success(const Subject& subject, const Outcome& outcome) {
    const contract::Operation& operation = *subject.operation;
    http::Response response{operation.status, {}, {}};
    if (operation.media_type.empty()) return response;
    AnswerScope scope(subject.request, subject.input, subject.contract);
    scope.set_status(response.status);
    scope.set_outcome(&outcome);
    if (operation.envelope && outcome.shows != Outcome::Shows::example) {
        response.body.reserve(outcome.result.size() + 256);  // for what stands around it
        operation.envelope->body.write(response.body, scope, style_of(subject));
    } else {
        response.body = outcome.result;
    }
    finish(response, subject, operation.media_type);
    return response;
}

http::Response refusal(const Subject& subject, std::string_view error, Problems& problems) {
    return Refuser(subject, error, find_refusal(subject, error), problems).answer(nullptr);
}

std::string error_of(const Subject& subject, int status) {
    const std::string_view name = situation_of_status(status);
    if (find_refusal(subject, name)) return std::string(name);
    if (subject.operation) {
        for (const Refusal* each : subject.operation->errors) {
            if (each->status == status) return each->name;
        }
    }
    if (subject.contract) {
        for (const Refusal& each : subject.contract->errors) {
            if (each.status == status) return each.name;
        }
    }
    return {};
}

http::Response refusal(const Subject& subject, std::string_view error, int status) {
    Problem problem;
    problem.part = subject.operation && subject.operation->body ? Part::body : Part::request;
    problem.keyword = "fault";
    problem.message = http::reason_of(status);
    Problems problems = {std::move(problem)};
    Refuser refuser(subject, error, find_refusal(subject, error), problems);
    refuser.set_status(status);
    return refuser.answer(nullptr);
}

http::Response refusal(const Subject& subject, Outcome& outcome) {
    const Refusal* refusal =
        outcome.refusal ? outcome.refusal : find_refusal(subject, outcome.error);
    return Refuser(subject, outcome.error, refusal, outcome.problems).answer(&outcome);
}

}  // namespace standin::envelope
