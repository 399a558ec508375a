-- Removes the leased items and ends the lease.
--
-- KEYS  due, items, subject, leased
-- ARGV  subject name, token, now in milliseconds
-- Returns 1, or 0 when the lease was lost.
--
-- The token goes first: were it still there after the items are gone, repeating this script after a crash would remove items that arrived
-- since. A crash before the items are gone leaves them to be leased again: doubled work rather than lost work.

local due, items, subject, leased = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local name = ARGV[1]

local state = redis.call('HMGET', subject, 'token', 'count', 'due_at')
if state[1] ~= ARGV[2] then
    return 0
end

local count = tonumber(state[2])
local rest = redis.call('LLEN', items) - count

redis.call('HSET', subject, 'token', '')
redis.call('ZREM', leased, name)
if rest > 0 then
    redis.call('LTRIM', items, count, -1)
    redis.call('ZADD', due, state[3] or ARGV[3], name)
else
    redis.call('DEL', items)
    redis.call('DEL', subject)
    redis.call('ZREM', due, name)
end
return 1
