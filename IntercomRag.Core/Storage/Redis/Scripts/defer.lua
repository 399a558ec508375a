-- Gives leased items back as though they had not been leased.
--
-- KEYS  due, items, subject, leased
-- ARGV  subject name, token, when they are due again in milliseconds
-- Returns 1, or 0 when the lease was lost.

local due, items, subject, leased = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local name = ARGV[1]

local state = redis.call('HMGET', subject, 'token', 'count', 'due_at', 'leases')
if state[1] ~= ARGV[2] then
    return 0
end

local count, leases = tonumber(state[2]), tonumber(state[4])
local arrived = redis.call('LRANGE', items, count, -1)

-- The lease is taken back, also for the items that arrived meanwhile and know of it.
redis.call('HSET', subject, 'token', '', 'leases', leases - 1, 'not_before', ARGV[3])
for i, item in ipairs(arrived) do
    redis.call('LSET', items, count + i - 1, (string.gsub(item, '^%d+', leases - 1, 1)))
end
redis.call('ZREM', leased, name)
redis.call('ZADD', due, math.max(tonumber(state[3] or 0), tonumber(ARGV[3])), name)
return 1
