-- Buries leased items that cannot be read, so that they do not hold up the others of their subject.
--
-- KEYS  items, subject, letters, buried
-- ARGV  subject name, token, now in milliseconds, attempt, reason, id of the dead letter, item, item, ...
-- Returns 1, or 0 when the lease was lost.

local items, subject, letters, buried = KEYS[1], KEYS[2], KEYS[3], KEYS[4]

if redis.call('HGET', subject, 'token') ~= ARGV[2] then
    return 0
end

local unreadable = {}
for i = 7, #ARGV do
    unreadable[#unreadable + 1] = ARGV[i]
end
redis.call('ZADD', buried, ARGV[3], ARGV[6])
redis.call('HSET', letters, ARGV[6], cjson.encode({
    subject = ARGV[1], attempts = tonumber(ARGV[4]), reason = ARGV[5], at = ARGV[3], items = unreadable,
}))

-- The count before the items: were it too high after a crash, completing the lease would also remove an item that nobody has processed.
redis.call('HINCRBY', subject, 'count', -#unreadable)
for _, item in ipairs(unreadable) do
    redis.call('LREM', items, 1, item)
end
return 1
