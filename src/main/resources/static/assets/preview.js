/*
 * Loads the page again when a file of the previewed questionnaire has changed. Without scripts, loading it again by hand does the same.
 *      aside[data-revision][data-watch]   the revision that the page shows, and the address that answers with the current one
 */
(() => {
  'use strict';

  const EVERY = 300;
  const { revision, watch } = document.querySelector('[data-revision]').dataset;

  const isOld = async () => {
    try {
      const answer = await fetch(watch, { cache: 'no-store' });
      return answer.ok && (await answer.text()) !== revision;
    } catch {
      /* The preview was stopped. */
      return false;
    }
  };

  const look = async () => {
    if (await isOld()) {
      location.reload();
    } else {
      setTimeout(look, EVERY);
    }
  };

  setTimeout(look, EVERY);
})();
