# Reads the figures of a part of scripts/bench, prints tables in Markdown and writes JSON. Lines:
# world STEP RESOURCES NANOSECONDS, judge TOOL BODY VERDICT MODE NANOSECONDS or compile WHAT VALUE.
# Variables: part, worlds or judge; json, the file to write.

function add(name, value) { values[name, ++counts[name]] = value }

function median(name, i, j, swap, n) {
    n = counts[name]
    for (i = 2; i <= n; i++)
        for (j = i; j > 1 && values[name, j] < values[name, j - 1]; j--) {
            swap = values[name, j]
            values[name, j] = values[name, j - 1]
            values[name, j - 1] = swap
        }
    return n % 2 ? values[name, (n + 1) / 2] : (values[name, n / 2] + values[name, n / 2 + 1]) / 2
}

function member(name, value, last) { printf "\"%s\": %s%s", name, value, last ? "" : ", " > json }

function world(step, what, few, many) {
    few = worlds[step, 10]; many = worlds[step, 1000000]
    printf "| %s | %.2f | %.2f |\n", what, few / 1000, many / 1000
    printf "  \"%s_ns\": {\"10\": %d, \"1000000\": %d},\n", step, few, many > json
}

function world_table() {
    print "| µs, with so many resources | 10 | 1,000,000 |\n|---|--:|--:|"
    world("snapshot", "take a snapshot of a session")
    world("fork", "fork a session")
    world("restore", "restore a snapshot")
    world("reset", "reset a session")
    world("change", "the first change after a fork")
}

function key_of(trial) { gsub(" ", "_", trial); return trial }
function per_check(tool, trial) { return median("judge " tool " " trial) }

# One trial, in nanoseconds: those that stop at the first mistake, then those that tell all of them.
function trial_row(trial, what, i, n, tools) {
    n = split("standin_first ajv_first valijson_first standin_all ajv_all valijson_all zod", tools)
    printf "| %s", what
    printf "  \"%s_ns\": {", key_of(trial) > json
    for (i = 1; i <= n; i++) {
        printf " | %d", per_check(tools[i], trial)
        member(tools[i], sprintf("%.1f", per_check(tools[i], trial)), i == n)
    }
    print " |"
    print "}," > json
}

# One trial, in thousands of checks a second, and how many times standin is as fast.
function speed_row(trial, what, ours, ajv, valijson) {
    ours = 1e6 / per_check("standin_first", trial)
    ajv = 1e6 / per_check("ajv_first", trial)
    valijson = 1e6 / per_check("valijson_first", trial)
    printf "| %s | %.1f | %.1f | %.1f", what, ours, ajv, valijson
    printf " | %.1f | %.2f | %.2f |\n", 1e6 / per_check("zod", trial), ours / ajv, ours / valijson
    printf "  \"%s_per_second\": {", key_of(trial) > json
    member("standin", sprintf("%d", ours * 1000))
    member("ajv", sprintf("%d", ajv * 1000))
    member("valijson", sprintf("%d", valijson * 1000))
    member("zod", sprintf("%d", 1e9 / per_check("zod", trial)), 1)
    print "}," > json
}

function judge_tables(i, j, k, n, bodies, called, verdicts, modes, trial) {
    n = split("provider router ruleset", bodies)
    split("a provider,a router,GitHub's largest", called, ",")
    split("valid invalid", verdicts)
    split("check parse", modes)
    print "\n| ns to judge a body | standin | Ajv | valijson |" \
        " standin, all problems | Ajv, all | valijson, all | zod, all |"
    print "|---|--:|--:|--:|--:|--:|--:|--:|"
    for (i = 1; i <= n; i++) for (j = 1; j <= 2; j++) for (k = 1; k <= 2; k++)
        trial_row(bodies[i] " " verdicts[j] " " modes[k],
                  called[i] ", " verdicts[j] (k == 1 ? ", parsed" : ", from text"))
    print "\n| thousand valid bodies a second | standin | Ajv | valijson | zod |" \
        " standin : Ajv | standin : valijson |"
    print "|---|--:|--:|--:|--:|--:|--:|"
    for (i = 1; i <= n; i++) for (k = 1; k <= 2; k++)
        speed_row(bodies[i] " valid " modes[k], called[i] (k == 1 ? ", parsed" : ", from text"))
}

function compilation(places, nodes, read, schemas) {
    places = median("compile places"); nodes = median("compile nodes")
    read = median("compile read") / 1000; schemas = median("compile schemas") / 1000
    printf "\nGitHub's document is read in %.1f ms, its schemas are compiled in %.1f ms:",
        read, schemas
    printf " %d places, %d schemas, %.1f ms for 5,000.\n", places, nodes, schemas * 5000 / nodes
    printf "  \"compile\": {" > json
    member("places", places)
    member("schemas", nodes)
    member("read_ms", sprintf("%.1f", read))
    member("compile_ms", sprintf("%.1f", schemas), 1)
    print "}," > json
}

$1 == "world" { worlds[$2, $3] = $4; next }
$1 == "judge" { add("judge " $2 " " $3 " " $4 " " $5, $6 + 0); next }
$1 == "compile" { add("compile " $2, $3 + 0); next }
END {
    print "{" > json
    if (part == "worlds") world_table()
    if (part == "judge") { judge_tables(); compilation() }
    printf "  \"part\": \"%s\"\n}\n", part > json
}
