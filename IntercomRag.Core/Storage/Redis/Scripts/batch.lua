-- Runs another script once for each of several items, one after another, and returns their results in this order. A server that writes each
-- script to its disk before it answers then waits once for all of them.
--
-- KEYS  the keys of all items, one item after another
-- ARGV  how many items; then for each: how many keys it has, how many arguments, and these
-- A kill may cut it after any write: the items before are whole, one is as the other script cut there, the items after are missing.

local function run(KEYS, ARGV)
-- SCRIPT
end

local results, key, value = {}, 1, 2
for item = 1, tonumber(ARGV[1]) do
    local keys, values = {}, {}
    for i = 1, tonumber(ARGV[value]) do
        keys[i] = KEYS[key]
        key = key + 1
    end
    for i = 1, tonumber(ARGV[value + 1]) do
        values[i] = ARGV[value + 1 + i]
    end
    value = value + 2 + #values
    results[item] = run(keys, values)
end
return results
