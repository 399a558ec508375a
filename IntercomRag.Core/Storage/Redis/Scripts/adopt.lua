-- Moves the oldest dead letter of the former format, a list of records without ids, to where the others are.
--
-- KEYS  dead (the list), letters, buried
-- ARGV  now in milliseconds, beginning of the id
-- Returns 1, or 0 when there is none.

local record = redis.call('LINDEX', KEYS[1], -1)
if not record then
    return 0
end

local readable, letter = pcall(cjson.decode, record)
local at = readable and type(letter) == 'table' and tonumber(letter.at) or tonumber(ARGV[1])
local id = ARGV[2] .. redis.sha1hex(record)
redis.call('ZADD', KEYS[3], at, id)
redis.call('HSET', KEYS[2], id, record)
redis.call('RPOP', KEYS[1])
return 1
