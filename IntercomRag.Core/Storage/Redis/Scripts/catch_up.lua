-- Takes or keeps the right to run the catch-up, and moves its watermark.
--
-- KEYS  state (hash: owner, until, watermark)
-- ARGV  owner, now, until, watermark or "" (times in milliseconds)
-- Returns { watermark or "", "" }, or { watermark or "", held until } when it is another's.

local state = redis.call('HMGET', KEYS[1], 'owner', 'until', 'watermark')
local watermark = state[3] or ''
if state[1] and state[1] ~= ARGV[1] and tonumber(state[2]) > tonumber(ARGV[2]) then
    return { watermark, state[2] }
end

-- One command, so that a kill leaves all of it or nothing.
if ARGV[4] ~= '' then
    watermark = ARGV[4]
    redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'until', ARGV[3], 'watermark', watermark)
else
    redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'until', ARGV[3])
end
return { watermark, '' }
