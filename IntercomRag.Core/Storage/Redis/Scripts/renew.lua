-- Prolongs a lease that is still held.
--
-- KEYS  due, subject, leased
-- ARGV  subject name, token, new expiry in milliseconds
-- Returns 1, or 0 when the lease was lost.

local due, subject, leased = KEYS[1], KEYS[2], KEYS[3]

if redis.call('HGET', subject, 'token') ~= ARGV[2] then
    return 0
end

redis.call('ZADD', due, ARGV[3], ARGV[1])
redis.call('ZADD', leased, ARGV[3], ARGV[1])
return 1
