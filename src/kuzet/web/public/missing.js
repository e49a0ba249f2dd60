(() => {
  "use strict";
  const folders = /^(.*?\/)(?:kk|ru|en|api|assets|data|filter|reports|search)(?:\/|$)/;
  const found = folders.exec(location.pathname);
  const root = found ? found[1] : location.pathname.replace(/[^/]*$/, "");
  const mend = () => {
    for (const link of document.querySelectorAll("[href]")) {
      const way = link.getAttribute("href");
      if (!/^(?:[a-z]+:|\/|#)/.test(way)) link.setAttribute("href", root + way);
    }
  };
  mend();
  addEventListener("DOMContentLoaded", mend);
})();
