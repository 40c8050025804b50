// Stands in for string-width in the bundle: plain text, which nearly all cells are, needs no table of emoji to be measured.
/** @param {string} text */
module.exports = (text) =>
  /^[ -~\u00b7\u00c0-\u024f\u2010-\u2027\u2190-\u2193\u2264\u2265\u2500-\u257f]*$/.test(text)
    ? text.length
    : require('../node_modules/string-width/index.js')(text);
