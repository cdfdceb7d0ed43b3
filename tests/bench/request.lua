-- A load for wrk: wrk … -s request.lua URL -- METHOD [BODY]
-- Prints one line: requests a second, latency (median and 99th percentile, µs), answers, answers
-- with a status above 399, broken connections.

function init(arguments)
    wrk.method = arguments[1]
    wrk.body = arguments[2]
    wrk.headers["Authorization"] = "Bearer bench"
    wrk.headers["Content-Type"] = "application/json"
end

function done(summary, latency)
    local errors = summary.errors
    print(string.format("load %.0f %.0f %.0f %d %d %d", summary.requests / summary.duration * 1e6,
        latency:percentile(50), latency:percentile(99), summary.requests, errors.status,
        errors.connect + errors.read + errors.write))
end
