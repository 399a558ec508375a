-- Gives leased items back after a failure, or buries those that used up their attempts.
--
-- KEYS  due, items, subject, leased, dead
-- ARGV  subject name, token, now, end of the back-off, attempts allowed, reason (times in milliseconds)
-- Returns 0 when the lease was lost, 1 when the items are due again, 2 when some were buried.
--
-- The dead letter comes first, so that a crash doubles it rather than loses it; then the token, for the reason given in complete.lua.

local due, items, subject, leased, dead = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local name, allowed = ARGV[1], tonumber(ARGV[5])

local state = redis.call('HMGET', subject, 'token', 'count', 'due_at', 'leases')
if state[1] ~= ARGV[2] then
    return 0
end

local count, leases = tonumber(state[2]), tonumber(state[4])
local rest = redis.call('LLEN', items)

local function attempts(item)
    return leases - tonumber(string.match(item, '^(%d+)|') or 0)
end

local spent = {}
for _, item in ipairs(redis.call('LRANGE', items, 0, count - 1)) do
    if attempts(item) < allowed then
        break
    end
    spent[#spent + 1] = item
end
if #spent > 0 then
    redis.call('LPUSH', dead, cjson.encode({
        subject = name, attempts = attempts(spent[1]), reason = ARGV[6], at = ARGV[3], items = spent,
    }))
end

-- Items that only arrived during the lease have not failed: when nothing else is left, their own window counts, not the back-off.
local again = #spent < count
local due_at = tonumber(state[3] or 0)
if again then
    due_at = math.max(due_at, tonumber(ARGV[4]))
    redis.call('HSET', subject, 'token', '', 'not_before', ARGV[4])
else
    redis.call('HSET', subject, 'token', '')
end

redis.call('ZREM', leased, name)
if #spent == rest then
    redis.call('DEL', items)
    redis.call('DEL', subject)
    redis.call('ZREM', due, name)
else
    if #spent > 0 then
        redis.call('LTRIM', items, #spent, -1)
    end
    redis.call('ZADD', due, due_at, name)
end
return #spent > 0 and 2 or 1
