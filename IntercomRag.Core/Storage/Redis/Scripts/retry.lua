-- Gives leased items back after a failure, or buries those that are given up.
--
-- KEYS  due, items, subject, leased, letters, buried
-- ARGV  subject name, token, now, end of the back-off, attempts allowed, reason, id of a dead letter, trace id or '', and for a transient failure
--       the time: items stored before it are given up, whatever their attempts; for others '' (times in milliseconds)
-- Returns 0 when the lease was lost, 1 when the items are due again, 2 when some were buried.
--
-- The dead letter comes first, so that a crash doubles it rather than loses it; then the token, for the reason given in complete.lua.

local due, items, subject, leased, letters, buried = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local name, allowed, transient = ARGV[1], tonumber(ARGV[5]), ARGV[9] ~= ''

local state = redis.call('HMGET', subject, 'token', 'count', 'due_at', 'leases')
if state[1] ~= ARGV[2] then
    return 0
end

local count, leases = tonumber(state[2]), tonumber(state[4])
local waiting = redis.call('LRANGE', items, 0, -1)

local function attempts(item)
    return leases - tonumber(string.match(item, '^%d+') or 0)
end

-- An item that a former version stored has no time, and is kept.
local function is_spent(item)
    if transient then
        return tonumber(string.match(item, '^%d+@(%d+)|') or ARGV[3]) < tonumber(ARGV[9])
    end
    return attempts(item) >= allowed
end

-- Items are in order of arrival, so those to give up come first.
local spent = {}
while #spent < count and waiting[#spent + 1] and is_spent(waiting[#spent + 1]) do
    spent[#spent + 1] = waiting[#spent + 1]
end
if #spent > 0 then
    redis.call('ZADD', buried, ARGV[3], ARGV[7])
    redis.call('HSET', letters, ARGV[7], cjson.encode({
        subject = name, attempts = attempts(spent[1]), reason = ARGV[6], at = ARGV[3], items = spent, trace = ARGV[8] ~= '' and ARGV[8] or nil,
    }))
end

-- Items that only arrived during the lease have not failed: when nothing else is left, their own window counts, not the back-off.
local again = #spent < count
local due_at = tonumber(state[3] or 0)
if again then
    due_at = math.max(due_at, tonumber(ARGV[4]))
end

if #spent == #waiting then
    redis.call('HSET', subject, 'token', '')
    redis.call('ZREM', leased, name)
    redis.call('DEL', items)
    redis.call('DEL', subject)
    redis.call('ZREM', due, name)
    return 2
end

-- A lease that does not count as an attempt is taken back, also for the items that arrived meanwhile and know of it.
if transient then
    redis.call('HSET', subject, 'token', '', 'leases', leases - 1)
    for i = count + 1, #waiting do
        redis.call('LSET', items, i - 1, (string.gsub(waiting[i], '^%d+', leases - 1, 1)))
    end
else
    redis.call('HSET', subject, 'token', '')
end
if again then
    redis.call('HINCRBY', subject, 'failures', 1)
    redis.call('HSET', subject, 'not_before', ARGV[4])
else
    redis.call('HDEL', subject, 'failures')
end
redis.call('ZREM', leased, name)
if #spent > 0 then
    redis.call('LTRIM', items, #spent, -1)
end
redis.call('ZADD', due, due_at, name)
return #spent > 0 and 2 or 1
