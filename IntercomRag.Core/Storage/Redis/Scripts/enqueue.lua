-- Stores one item, unless one of its event ids was stored before, or there is no room for one more subject.
--
-- KEYS  due, items, subject, then one key for each event id
-- ARGV  subject name, now, quiet, cap, how long event ids are remembered, payload, subjects that there is room for, quiet time for a further item,
--       its growth (times in milliseconds)
-- Returns 1 when stored, 0 for a duplicate, -1 when full.
--
-- A server that is killed may keep only the first of these writes. The due time comes first: claim.lua clears a due subject without items,
-- but nothing would ever find items without a due time. The event ids come last: known ids without their item would turn Intercom's second
-- delivery away, and the event would be lost.

local due, items, subject = KEYS[1], KEYS[2], KEYS[3]
local name, now, quiet, cap = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])

for i = 4, #KEYS do
    if redis.call('EXISTS', KEYS[i]) == 1 then
        return 0
    end
end

-- Only new subjects are turned away: more about one that is there already costs little, and is answered together with it.
if redis.call('ZCARD', due) >= tonumber(ARGV[7]) and not redis.call('ZSCORE', due, name) then
    return -1
end

local state = redis.call('HMGET', subject, 'token', 'first', 'not_before', 'leases', 'count')
local leased = state[1] and state[1] ~= ''
local first = tonumber(state[2] or now)
local not_before = tonumber(state[3] or 0)
local leases = state[4] or '0'

-- Who has written twice is likely to write again. A window of nothing stays one: its item must not wait.
local before = redis.call('LLEN', items) - (leased and tonumber(state[5]) or 0)
if before > 0 and quiet > 0 then
    quiet = math.max(quiet, tonumber(ARGV[8]) + tonumber(ARGV[9]) * (before - 1))
end

-- The window runs from the first item that no lease has taken yet; a back-off after a failure holds new items back too.
local due_at = math.max(math.min(now + quiet, first + cap), not_before)

-- During a lease, "due" holds the lease's expiry; the script that ends it then takes due_at from here.
if not leased then
    redis.call('ZADD', due, due_at, name)
end
redis.call('HSET', subject, 'first', first, 'due_at', due_at)

-- The number of leases so far, kept with the item, tells later how many of them had this item, and the time how long it has waited:
-- "2@1767603600000|{...}".
redis.call('RPUSH', items, leases .. '@' .. ARGV[2] .. '|' .. ARGV[6])

for i = 4, #KEYS do
    redis.call('SET', KEYS[i], '1', 'PX', ARGV[5])
end
return 1
