-- Whole sittings, one after the other on every connection: fetch the form, take what it hides, send answers that vary, open
-- the result. What was acknowledged is written to a file, so that it can be looked for afterwards.
--
--   wrk … -s sitting.lua http://127.0.0.1:8080 -- /en/check/three-signs FILE
--
-- A response does not tell which connection it came by, and need not: whichever is free goes on with whatever sitting waits.

local threads = {}

function setup(thread)
  thread:set("number", #threads + 1)
  table.insert(threads, thread)
end

function init(arguments)
  address = arguments[1]
  acknowledged = assert(io.open(arguments[2] .. "." .. number, "w"))
  math.randomseed(20250317 + number)
  forms, results = {}, {}
  sittings, refused = 0, 0
  html = { ["Accept"] = "text/html" }
  form = { ["Accept"] = "text/html", ["Content-Type"] = "application/x-www-form-urlencoded" }
end

function request()
  local result = table.remove(results)
  if result then
    return wrk.format("GET", result, html)
  end
  local hidden = table.remove(forms)
  if hidden then
    return wrk.format("POST", address, form, hidden .. answers())
  end
  return wrk.format("GET", address, html)
end

function response(status, headers, body)
  if status == 303 then
    local result = headers["Location"]
    acknowledged:write(result, "\n")
    table.insert(results, result)
  elseif status ~= 200 then
    refused = refused + 1
  else
    local key = body:sub(1, 8192):match('name="_key" value="([^"]+)"')
    if key then
      learn(body)
      table.insert(forms, hiddenFields(body:sub(1, 8192)))
    else
      sittings = sittings + 1
    end
  end
end

function hiddenFields(head)
  local fields = {}
  for name, value in head:gmatch('<input type="hidden" name="([^"]+)" value="([^"]*)"') do
    table.insert(fields, name .. "=" .. value)
  end
  return table.concat(fields, "&")
end

-- The questions and their options stand in the first form that comes.
function learn(body)
  if items then
    return
  end
  items = {}
  local options = {}
  for name, value in body:gmatch('<input type="radio"[^>]- name="([^"]+)" value="([^"]+)"') do
    if not options[name] then
      options[name] = {}
      table.insert(items, { name = name, options = options[name] })
    end
    table.insert(options[name], value)
  end
  assert(#items > 0, "The form asks nothing")
end

function answers()
  local fields = {}
  for index, item in ipairs(items) do
    fields[index] = "&" .. item.name .. "=" .. item.options[math.random(#item.options)]
  end
  return table.concat(fields)
end

function done(summary, latency)
  local all, bad = 0, 0
  for _, thread in ipairs(threads) do
    all = all + thread:get("sittings")
    bad = bad + thread:get("refused")
  end
  local errors = summary.errors
  io.write(string.format(
    "sittings %d seconds %.3f refused %d errors %d p50ms %.2f p99ms %.2f\n", all, summary.duration / 1e6, bad,
    errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
