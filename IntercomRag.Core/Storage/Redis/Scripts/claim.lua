-- Leases one subject that was seen to be due, with everything that waits for it.
--
-- KEYS  due, items, subject, leased, token, letters, buried, checkpoints
-- ARGV  subject name, now, expiry of the lease, attempts allowed, reason when they are used up, beginning of a dead letter's id (times in
--       milliseconds)
-- Returns nil when the subject is not due any more (somebody was faster), else { buried items }, followed by
-- { token, attempt, failures, checkpoint or nil, item, item, ... } when anything was left to lease.
--
-- Items stay where they are: a lease covers the first "count" of the list, so no crash can drop one between two places.

local due, items, subject, leased, token_key = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local letters, buried, checkpoints = KEYS[6], KEYS[7], KEYS[8]
local name, now, expiry, allowed = ARGV[1], tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])

local score = redis.call('ZSCORE', due, name)
if not score or tonumber(score) > now then
    return nil
end

local waiting = redis.call('LRANGE', items, 0, -1)
local state = redis.call('HMGET', subject, 'leases', 'failures')
local leases = tonumber(state[1] or 0)

-- Leases of an item so far: those of the subject now less those before it arrived.
local function attempts(item)
    return leases - tonumber(string.match(item, '^%d+') or 0)
end

-- A lease that expired is an attempt that nobody reported, so the limit is checked here as well as in retry.lua. Items are in order of
-- arrival, therefore those that used up their attempts come first.
local spent = {}
while waiting[#spent + 1] and attempts(waiting[#spent + 1]) >= allowed do
    spent[#spent + 1] = waiting[#spent + 1]
end

-- Never below the clock: tokens keep growing even when the server has come back without its data.
local token = math.max(tonumber(redis.call('GET', token_key) or 0) + 1, now)
redis.call('SET', token_key, token)

-- The index before the record: a record without its index entry would never be found again.
if #spent > 0 then
    local id = ARGV[6] .. string.format('%.0f', token) .. '-expired'
    redis.call('ZADD', buried, now, id)
    redis.call('HSET', letters, id, cjson.encode({
        subject = name, attempts = attempts(spent[1]), reason = ARGV[5], at = ARGV[2], items = spent,
    }))
end

if #spent == #waiting then
    redis.call('ZREM', leased, name)
    redis.call('DEL', items)
    redis.call('DEL', subject)
    redis.call('ZREM', due, name)
    return { #spent }
end

-- The new token before anything moves: from here on, whoever held the last lease can change nothing.
redis.call('HSET', subject, 'token', token, 'count', #waiting - #spent, 'leases', leases + 1)
redis.call('HDEL', subject, 'first', 'due_at', 'not_before')
redis.call('ZADD', due, expiry, name)
redis.call('ZADD', leased, expiry, name)
if #spent > 0 then
    redis.call('LTRIM', items, #spent, -1)
end

local checkpoint = redis.call('HGET', checkpoints, name)
local result = { #spent, token, math.max(1, attempts(waiting[#spent + 1]) + 1), tonumber(state[2] or 0), checkpoint }
for i = #spent + 1, #waiting do
    result[#result + 1] = waiting[i]
end
return result
