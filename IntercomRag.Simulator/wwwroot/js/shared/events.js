// Live hints of the workspace: {"type":"conversation.changed","conversation_id":"215…"}. Server-sent events when the stream
// lives, a "resync" every few seconds when it does not.

const POLL_MS = 3000;
const RECONNECT_MS = 5000;
const SILENCE_MS = 40000; // the server sends a heartbeat every 15 s

/**
 * @param onHint called with each hint; {"type":"connected"} means that anything may have changed, the whole workspace with it when
 * the Simulator was started again, and {"type":"resync"} that conversations and articles may have.
 * @param onLive called with true when the stream lives and false when it is lost.
 */
export function listen(onHint, onLive) {
  let source;
  let polling;
  let silence;

  function connect() {
    let synced = false;
    source = new EventSource('/simulator/events');
    source.onmessage = (message) => {
      watchSilence();
      if (!synced) {
        // From the first event on nothing is missed; what happened before has to be read.
        synced = true;
        stopPolling();
        onLive(true);
        onHint({ type: 'connected' });
      }

      const hint = JSON.parse(message.data);
      if (hint.type !== 'heartbeat') {
        onHint(hint);
      }
    };
    source.onerror = () => reconnectLater();
  }

  function reconnectLater() {
    source.close();
    clearTimeout(silence);
    startPolling();
    setTimeout(connect, RECONNECT_MS);
  }

  function watchSilence() {
    clearTimeout(silence);
    silence = setTimeout(reconnectLater, SILENCE_MS);
  }

  function startPolling() {
    onLive(false);
    polling ??= setInterval(() => onHint({ type: 'resync' }), POLL_MS);
  }

  function stopPolling() {
    clearInterval(polling);
    polling = undefined;
  }

  connect();
}
