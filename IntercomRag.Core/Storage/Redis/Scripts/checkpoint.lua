-- Stores how far the work on a leased subject has come.
--
-- KEYS  subject, checkpoints, saved
-- ARGV  subject name, token, now, checkpoint, when a checkpoint that is forgotten was last stored (times in milliseconds)
-- Returns 1, or 0 when the lease was lost.
--
-- The time comes first: a time without its checkpoint is passed over by unfinished.lua, but a checkpoint without its time would never be found
-- or forgotten.

local subject, checkpoints, saved = KEYS[1], KEYS[2], KEYS[3]
local name = ARGV[1]

if redis.call('HGET', subject, 'token') ~= ARGV[2] then
    return 0
end

redis.call('ZADD', saved, ARGV[3], name)
redis.call('HSET', checkpoints, name, ARGV[4])

-- Whatever the sweep could not finish goes in the end. Each call takes away more than it adds, so they cannot pile up.
for _, forgotten in ipairs(redis.call('ZRANGEBYSCORE', saved, '-inf', ARGV[5], 'LIMIT', 0, 8)) do
    redis.call('HDEL', checkpoints, forgotten)
    redis.call('ZREM', saved, forgotten)
end
return 1
