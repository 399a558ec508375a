-- Removes the leased items and the subject's checkpoint, and ends the lease.
--
-- KEYS  due, items, subject, leased, checkpoints, saved
-- ARGV  subject name, token, now in milliseconds, 'keep' when the checkpoint stays
-- Returns 1, or 0 when the lease was lost.
--
-- The token goes first: were it still there after the items are gone, repeating this script after a crash would remove items that arrived
-- since. A crash before the items are gone leaves them to be leased again, and the checkpoint goes after them: the next lease finds by it what was
-- done.

local due, items, subject, leased = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local checkpoints, saved = KEYS[5], KEYS[6]
local name = ARGV[1]

local state = redis.call('HMGET', subject, 'token', 'count', 'due_at')
if state[1] ~= ARGV[2] then
    return 0
end

local count = tonumber(state[2])
local rest = redis.call('LLEN', items) - count

-- A deletion, which Redis also allows when it is out of memory, and with it the writes that follow.
redis.call('HDEL', subject, 'token', 'failures')
redis.call('ZREM', leased, name)
if rest > 0 then
    redis.call('LTRIM', items, count, -1)
else
    redis.call('DEL', items)
end
if ARGV[4] ~= 'keep' then
    redis.call('HDEL', checkpoints, name)
    redis.call('ZREM', saved, name)
end
if rest > 0 then
    redis.call('ZADD', due, state[3] or ARGV[3], name)
else
    redis.call('DEL', subject)
    redis.call('ZREM', due, name)
end
return 1
