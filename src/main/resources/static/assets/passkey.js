/*
 * Passkeys: asks the browser for one and sends its answer in an ordinary form. Only the two pages that ask load this file.
 * No words live here: they come from the form's data attributes.
 *      form[data-passkey][hidden]   "create" or "get"; data-options is what WebAuthn is asked, as JSON
 *      input[name="passkey"]        takes the answer, as JSON
 *      [data-passkey-note]          what stands there where no script runs
 *      [data-passkey-problem], [data-passkey-status]   what went wrong, and what goes on
 */
(() => {
  'use strict';

  const form = document.querySelector('form[data-passkey]');
  if (!form) {
    return;
  }
  const note = document.querySelector('[data-passkey-note]');
  const problem = form.querySelector('[data-passkey-problem]');
  const status = form.querySelector('[data-passkey-status]');
  const words = form.dataset;
  let asking = false;

  const toBytes = (text) =>
      Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

  const toText = (buffer) =>
      btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))
          .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

  const withBytes = (descriptors) => (descriptors ?? []).map((each) => ({ ...each, id: toBytes(each.id) }));

  const question = () => {
    const options = JSON.parse(words.options);
    options.challenge = toBytes(options.challenge);
    if (words.passkey === 'create') {
      options.user.id = toBytes(options.user.id);
      options.excludeCredentials = withBytes(options.excludeCredentials);
    } else {
      options.allowCredentials = withBytes(options.allowCredentials);
    }
    return { publicKey: options };
  };

  const PARTS = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];

  const answer = ({ id, rawId, type, response }) => {
    const said = PARTS.filter((part) => response[part]).map((part) => [part, toText(response[part])]);
    const transports = response.getTransports ? { transports: response.getTransports() } : {};
    return { id, rawId: toText(rawId), type, response: { ...Object.fromEntries(said), ...transports },
      clientExtensionResults: {} };
  };

  const wordsFor = (error) => ({
    NotAllowedError: words.cancelled,
    AbortError: words.cancelled,
    InvalidStateError: words.known,
    SecurityError: words.wrongPlace,
  })[error.name] ?? words.failed;

  const ask = async () => {
    /* Of the try before. */
    document.querySelector('.error-summary')?.remove();
    problem.textContent = '';
    status.textContent = words.waiting;
    try {
      form.elements.passkey.value = JSON.stringify(answer(await navigator.credentials[words.passkey](question())));
      form.submit();
    } catch (error) {
      problem.textContent = wordsFor(error);
      status.textContent = '';
      asking = false;
    }
  };

  if (!window.PublicKeyCredential) {
    note.textContent = words.unsupported;
    return;
  }
  note.hidden = true;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!asking) {
      asking = true;
      ask();
    }
  });
})();
