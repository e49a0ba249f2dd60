/* Search in the bundle, with files of its own alone: the twin of fold.py and seek.py, with the same hits.
   A page needs an element with id "search" that holds a form with an input, and data-language, data-page (the path of an
   incident's page, with {id}), data-none, data-found (with {n}). Without scripts that element stays hidden. */
"use strict";
var kuzetSearch = (function () {
  var EXACT = 100, FORM = 90, BEGINS = 60, SLIPS = [100, 50, 30], LEAST = 3, SURE = 4, LONG = 8, MOST = 20;
  var root = document.currentScript ? document.currentScript.src.replace(/search\.js.*$/, "") : "search/";
  var waiting = {}, loaded = {}, head = null, ready = null;

  // Files are scripts that call `take`; each is loaded once.
  function load(kind, name, path) {
    var id = kind + " " + name;
    if (!waiting[id]) {
      waiting[id] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = root + path;
        script.onload = function () { resolve(loaded[id]); };
        script.onerror = function () { delete waiting[id]; reject(new Error(path)); };
        document.head.appendChild(script);
      });
    }
    return waiting[id];
  }
  function take(kind, name, data) {
    if (kind === "start") { data = name; name = ""; }
    loaded[kind + " " + name] = kind === "keys" ? data.map(entry) : data;
  }
  function entry(row) {
    var weights = [], place = 0;
    for (var at = 3; at < row.length; at += 2) {
      place += row[at];
      weights.push([place, row[at + 1]]);
    }
    return { key: row[0], mark: row[1], rarity: row[2], weights: weights };
  }
  function start() {
    ready = ready || load("start", "", "start.js").then(function (found) {
      head = prepared(found);
    });
    return ready;
  }

  // Words as keys: the rules of fold.py, from the tables of the project.
  function escaped(text) { return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }
  function pattern(source, flags) {
    try { return new RegExp(source, flags); } catch (error) { return null; }  // an old browser without look-behind
  }
  function prepared(found) {
    var rules = found.rules, vowels = rules.vowels;
    found.sounds = new Map(rules.sounds);
    found.sound = new RegExp(rules.sounds.map(function (row) { return escaped(row[0]); }).join("|"), "g");
    found.readings = rules.readings.map(function (row) { return [row[0], pattern(row[2], "g")]; });
    found.others = new RegExp("[^a-z" + vowels + "]", "g");
    found.ye = pattern("(^|(?<=[" + vowels + "]))ye", "g") || new RegExp("(^|[" + vowels + "])ye", "g");
    found.glide = new RegExp("(^|[" + vowels + "])y(?=[aeou])", "g");
    found.plain = new Map(Object.entries(rules.plain));
    found.silent = new Set(found.silent);
    found.ends = Object.keys(found.marks).map(function (language) {
      return [found.marks[language], new RegExp("^(?:" + found.endings[language] + ")$")];
    });
    return found;
  }
  var TWICE = /(.)\1+|q(?=k)|k(?=q)/gu;
  function once(text) { return text.replace(TWICE, function (all, letter) { return letter || ""; }); }
  function fold(word) {
    var lower = word.toLowerCase().replace(/\u0307/g, "").replace(/['’ʼ`‘]s$/u, "");
    if (/\p{N}/u.test(lower)) { return Array.from(lower).slice(0, head.rules.longest).join(""); }
    var text = lower.replace(/[’ʼ`‘ʻ]/gu, "'").replace(/ё/g, "е");
    if (/[a-z]/.test(text)) { text = read(text); }
    return Array.from(plain(heard(text))).slice(0, head.rules.longest).join("");
  }
  function read(text) {
    var spots = new Map();
    head.readings.forEach(function (row) {
      if (!row[1]) { return; }
      Array.from(text.matchAll(row[1])).forEach(function (match) {
        if (!spots.has(match.index)) { spots.set(match.index, [match.index + match[0].length, row[0]]); }
      });
    });
    var signs = text.split("");
    spots.forEach(function (spot, from) {
      for (var at = from; at < spot[0]; at += 1) { signs[at] = at === from ? spot[1] : ""; }
    });
    return signs.join("");
  }
  function heard(text) {
    if (!/^[\x00-\x7f]*$/.test(text)) {
      text = Array.from(text).map(function (letter) {
        return head.sounds.has(letter) || (letter >= "\u0400" && letter <= "\u04ff") ? letter
          : letter.normalize("NFKD").replace(/\p{M}/gu, "");
      }).join("");
    }
    text = text.replace(head.sound, function (letters) { return head.sounds.get(letters); }).replace(head.others, "");
    text = text.replace(head.ye, "$1e").replace(head.glide, "$1i").replace(/([aeoäöò])y/g, "$1ì");
    return once(text);
  }
  function plain(text) {
    text = once(Array.from(text).map(function (letter) { return head.plain.get(letter) || letter; }).join(""));
    text = text.replace(/(^|[^aeiou])i(?=[aou])/g, function (all, before) { return before ? before : all; });
    return text.replace(/([aeou])i(?=e)/g, "$1");
  }
  function words(text) { return text.match(/[\p{L}\p{N}]+(?:['’ʼ`‘ʻ][\p{L}\p{N}]+)*/gu) || []; }
  function asked(query) {
    var folded = Array.from(new Set(words(query).map(fold).filter(Boolean)));
    var telling = folded.filter(function (key) { return !head.silent.has(key); });
    return telling.length ? telling : folded;
  }

  // Keys that a word meets.
  function ends(rest, mark) {
    return !rest || head.ends.some(function (pair) { return (mark & pair[0]) && pair[1].test(rest); });
  }
  function straight(word, one) {
    if (word === one.key) { return EXACT; }
    if (word.startsWith(one.key)) { return one.mark && ends(word.slice(one.key.length), one.mark) ? FORM : 0; }
    return word.length >= LEAST && one.key.startsWith(word) ? BEGINS : 0;
  }
  function slips(word, one, most) {
    var key = one.key, before = [], row = [], at, place;
    if (key.length > word.length + most) { return most + 1; }
    for (place = 0; place <= word.length; place += 1) { row.push(place); }
    for (at = 0; at < key.length; at += 1) {
      var after = [at + 1];
      for (place = 0; place < word.length; place += 1) {
        var cost = Math.min(row[place] + (key[at] === word[place] ? 0 : 1), row[place + 1] + 1, after[place] + 1);
        if (at && place && key[at] === word[place - 1] && key[at - 1] === word[place]) {
          cost = Math.min(cost, before[place - 1] + 1);
        }
        after.push(cost);
      }
      before = row;
      row = after;
      if (Math.min.apply(null, row) > most) { return most + 1; }
    }
    var least = most + 1;
    for (place = SURE; place <= word.length; place += 1) {
      if (row[place] < least && ends(word.slice(place), one.mark)) { least = row[place]; }
    }
    return least;
  }
  function slipped(word, entries) {
    var found = [], least = word.length >= LONG ? 2 : 1;
    entries.forEach(function (one) {
      if (one.key.length < SURE || /^\p{N}/u.test(one.key)) { return; }
      var number = slips(word, one, least);
      if (number <= least) { found.push([number, one]); least = number; }
    });
    return found.filter(function (pair) { return pair[0] === least; })
      .map(function (pair) { return [pair[1], SLIPS[pair[0]]]; });
  }
  function entries(wanted) {
    return Promise.all(head.files.filter(wanted).map(function (name) {
      return load("keys", name, "keys/k-" + encodeURIComponent(name) + ".js");
    })).then(function (parts) { return [].concat.apply([], parts); });
  }
  function straightIn(word, name) {
    if (name.slice(0, 2) !== word.slice(0, 2)) { return false; }
    return word.startsWith(name) || (word.length >= LEAST && name.startsWith(word));
  }
  function near(word, name) {
    return name[0] === word[0] || name[0] === word[1] || name[1] === word[0] || name[1] === word[1];
  }
  function met(word) {
    return entries(function (name) { return straightIn(word, name); }).then(function (own) {
      var found = own.map(function (one) { return [one, straight(word, one)]; })
        .filter(function (pair) { return pair[1]; });
      if (found.length || word.length < SURE || /^\p{N}/u.test(word)) { return found; }
      return entries(function (name) { return name.slice(0, 2) === word.slice(0, 2); }).then(function (group) {
        found = slipped(word, group);
        return found.length ? found : entries(function (name) { return near(word, name); })
          .then(function (others) { return slipped(word, others); });
      });
    });
  }

  // Incidents, the best first.
  function ranked(several) {
    var scores = new Map(), found = new Map();
    several.forEach(function (meetings) {
      var best = new Map();
      meetings.forEach(function (pair) {
        pair[0].weights.forEach(function (held) {
          var score = pair[1] * pair[0].rarity * held[1];
          if (score > (best.get(held[0]) || 0)) { best.set(held[0], score); }
        });
      });
      best.forEach(function (score, place) {
        scores.set(place, (scores.get(place) || 0) + score);
        found.set(place, (found.get(place) || 0) + 1);
      });
    });
    return Array.from(scores.keys()).sort(function (left, right) {
      return found.get(right) - found.get(left) || scores.get(right) - scores.get(left) || left - right;
    });
  }
  function places(query) {
    return start().then(function () { return Promise.all(asked(query).map(met)); }).then(ranked);
  }
  function hit(language, place) {
    var name = language + "-" + Math.floor(place / head.chunk);
    return load("hits", name, "hits/" + name + ".js").then(function (rows) { return rows[place % head.chunk]; });
  }
  function find(query, language, most) {
    return places(query).then(function (found) {
      return Promise.all(found.slice(0, most || MOST).map(function (place) { return hit(language, place); }));
    });
  }

  // The page: texts of the index are put in as text, never as markup.
  function part(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }
  function shown(box, hits) {
    var list = document.createElement("ol");
    hits.forEach(function (row) {
      var item = document.createElement("li"), link = part("a", row[1]);
      link.href = box.dataset.page.replace("{id}", encodeURIComponent(row[0]));
      item.appendChild(link);
      item.appendChild(part("p", [row[0], row[2], row[3]].filter(Boolean).join(" · ")));
      list.appendChild(item);
    });
    return list;
  }
  function page() {
    var box = document.getElementById("search");
    if (!box) { return; }
    var form = box.querySelector("form"), input = box.querySelector("input"), told = box.querySelector("[role=status]");
    var results = box.querySelector(".results"), latest = 0;
    function run() {
      var query = input.value.trim(), turn = latest += 1;
      history.replaceState(null, "", query ? "#" + encodeURIComponent(query) : location.pathname + location.search);
      if (!query) { results.replaceChildren(); told.textContent = ""; return; }
      find(query, box.dataset.language).then(function (hits) {
        if (turn !== latest) { return; }
        results.replaceChildren(shown(box, hits));
        told.textContent = hits.length ? box.dataset.found.replace("{n}", hits.length) : box.dataset.none;
      });
    }
    box.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); run(); });
    if (location.hash.length > 1) {
      try { input.value = decodeURIComponent(location.hash.slice(1)); run(); } catch (error) { input.value = ""; }
    }
  }
  document.addEventListener("DOMContentLoaded", page);
  return { take: take, find: find, folded: function (several) { return start().then(function () { return several.map(fold); }); } };
}());
