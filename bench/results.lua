-- Opens results that are there, over and over, in the order of a file with their addresses.
--
--   wrk … -s results.lua http://127.0.0.1:8080 -- FILE

function init(arguments)
  addresses = {}
  for address in io.lines(arguments[1]) do
    table.insert(addresses, address)
  end
  assert(#addresses > 0, "No address in " .. arguments[1])
  next = math.random(#addresses)
end

function request()
  next = next % #addresses + 1
  return wrk.format("GET", addresses[next])
end
