#include "mock/sample/sample.h"

#include "mock/sample/maker.h"

namespace standin::sample {

Sample make(Judge& judge, const contract::Located& schema, const Wish& wish) {
    judge.compiled(schema);  // what is wrong with it is told before anything is made
    auto document = std::make_shared<Document>();
    Maker maker(judge, wish, *document);
    const Made made = maker.make({schema});
    document->set_root(made.value);
    Sample sample{document, {}, maker.gave_up()};
    if (!made.fits) sample.problems = judge.problems(schema, made.value, wish.direction);
    return sample;
}

}  // namespace standin::sample
