-- A load for wrk: wrk … -s request.lua URL -- METHOD PATH BODY [METHOD PATH BODY …]
-- Several requests are sent in turn. Prints one line: requests a second, latency (median, 99th and
-- 99.9th percentile, µs), answers, answers with a status above 399, broken connections.

local requests = {}
local turn = 0

local function send_in_turn()
    turn = turn % #requests + 1
    return requests[turn]
end

function init(arguments)
    wrk.headers["Authorization"] = "Bearer bench"
    wrk.headers["Content-Type"] = "application/json"
    for i = 1, #arguments, 3 do
        local body = arguments[i + 2] ~= "" and arguments[i + 2] or nil
        requests[#requests + 1] = wrk.format(arguments[i], arguments[i + 1], nil, body)
    end
    request = send_in_turn
end

function done(summary, latency)
    local errors = summary.errors
    print(string.format("load %.0f %.0f %.0f %.0f %d %d %d",
        summary.requests / summary.duration * 1e6, latency:percentile(50), latency:percentile(99),
        latency:percentile(99.9), summary.requests, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout))
end
