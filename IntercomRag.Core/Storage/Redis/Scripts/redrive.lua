-- Puts the items of a dead letter back, due at once, as though they had just arrived.
--
-- KEYS  due, items, subject, letters, buried
-- ARGV  subject name, now in milliseconds, id
-- Returns 1, or 0 when there is no such letter any more.
--
-- The order is that of enqueue.lua, and the letter goes last: a crash in between, and the same call after it, double an item rather than lose it.

local due, items, subject, letters, buried = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local name, now, id = ARGV[1], tonumber(ARGV[2]), ARGV[3]

local record = redis.call('HGET', letters, id)
if not record then
    return 0
end

local state = redis.call('HMGET', subject, 'token', 'first', 'not_before', 'leases')
local due_at = math.max(now, tonumber(state[3] or 0))
if not state[1] or state[1] == '' then
    redis.call('ZADD', due, due_at, name)
end
redis.call('HSET', subject, 'first', state[2] or ARGV[2], 'due_at', due_at)

-- "6@1767603600000|{...}", or "6|{...}" by a former version, becomes "0@1767690000000|{...}".
local mark = (state[4] or '0') .. '@' .. ARGV[2] .. '|'
for _, item in ipairs(cjson.decode(record).items) do
    redis.call('RPUSH', items, mark .. string.gsub(item, '^%d+@?%d*|', '', 1))
end

redis.call('HDEL', letters, id)
redis.call('ZREM', buried, id)
return 1
