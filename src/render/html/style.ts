/**
 * How a page looks: by day, by night, on a phone and on paper. Colours of bars differ in lightness too, keep 3:1 to
 * what they stand on, and are never the only thing that tells two bars apart.
 */
export const STYLE = `
:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#16202e;--soft:#4d5b6c;--rule:#d8dee6;--track:#eceff3;--accent:#0b5cad;--good:#0b6b43;--bad:#b3261e;--warn:#8a5300;
--c0:#0b5cad;--c1:#c2410c;--c2:#0f766e;--c3:#7e3bb5;--c4:#8f6400;--c5:#b5266a;--c6:#4d6480;--c7:#3f7d20}
@media (prefers-color-scheme:dark){:root{--page:#0e141b;--card:#17202a;--ink:#e8edf3;--soft:#a9b6c4;--rule:#2e3a48;--track:#222d39;--accent:#7cb8f7;--good:#5fd3a2;--bad:#ff8f86;--warn:#f2bd62;
--c0:#6fb1f5;--c1:#f79a5b;--c2:#4fd0c3;--c3:#c9a0f2;--c4:#e3c04c;--c5:#f58bbb;--c6:#a3b4c8;--c7:#9bd46a}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:anywhere;text-size-adjust:100%;-webkit-text-size-adjust:100%;font-variant-numeric:tabular-nums}
main,header,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
h1{font-size:1rem;font-weight:600;color:var(--soft);margin:0 0 .25rem}
.total{font-size:clamp(2.2rem,7vw,3.4rem);line-height:1.1;font-weight:700;letter-spacing:-.02em;margin:0}
.total small{font-size:1.1rem;font-weight:400;letter-spacing:0;color:var(--soft);white-space:nowrap}
.why{font-size:1.1rem;max-width:48rem;margin:.75rem 0 0}
.todo{list-style:none;margin:1.5rem 0 0;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr))}
.todo li{background:var(--card);border:1px solid var(--rule);border-left:4px solid var(--accent);border-radius:8px;padding:.6rem 1rem}
.todo .bad{color:inherit;border-left-color:var(--bad)}.todo .bad:first-child{color:var(--bad);font-weight:600}.todo .warn{color:inherit;border-left-color:var(--warn)}
.together{max-width:34rem;margin:1.5rem 0 0}.together p{margin:0 0 .4rem;font-size:1.1rem}.together b{font-size:1.6rem;letter-spacing:-.01em}.together .note{font-size:.9rem;margin:.25rem 0 0}
nav{margin:1.5rem 0 0}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
a{color:var(--accent);text-underline-offset:2px}
section{margin:2.5rem 0 0;scroll-margin-top:1rem}
h2{font-size:1.35rem;line-height:1.25;margin:0 0 .5rem}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
p{margin:.5rem 0;max-width:48rem;text-wrap:pretty}
section li{max-width:56rem;margin:.35rem 0}
.note,figcaption,.filter output{color:var(--soft);font-size:.9rem}
.grid{columns:33rem;column-gap:1rem}
figure,.table,.card{background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:1rem;margin:1rem 0 0;min-width:0}
.grid{margin:1rem 0 0}.grid>*{margin:0 0 1rem;break-inside:avoid}.card>:first-child{margin-top:0}.card>:last-child{margin-bottom:0}
.grid th,.grid td{padding-left:.3rem;padding-right:.3rem}td details{margin:0}td details p{margin:.25rem 0;color:var(--soft)}
figcaption{margin:0 0 .75rem}
figcaption b{display:block;color:var(--ink);font-size:1rem}
svg{display:block;width:100%;max-width:34rem;height:auto;font-size:14px}
svg text{fill:var(--ink);paint-order:stroke;stroke:var(--card);stroke-width:4px;stroke-linejoin:round}svg .amount{text-anchor:end;font-weight:600}svg .middle{text-anchor:middle;font-size:11px;fill:var(--soft)}svg .strong{fill:var(--ink);font-weight:600}
svg .track{fill:var(--track)}svg rect.bad,svg text.bad{fill:var(--bad)}svg rect.warn{fill:var(--warn)}svg rect.good{fill:var(--good)}svg .limit{stroke:var(--ink);stroke-width:2}svg .scale{font-size:11px;fill:var(--soft);text-anchor:end}svg .unit{text-anchor:start}svg .total{fill:var(--c6)}svg .up{fill:var(--c1)}svg .down{fill:var(--c2)}svg .link,svg .rule{stroke:var(--rule)}svg .link{stroke:var(--soft);stroke-dasharray:2 2;opacity:.5}
svg .line{fill:none;stroke:var(--c0);stroke-width:2.5}svg .area{fill:var(--c0);opacity:.14}svg .dot{fill:var(--c0);stroke:var(--card);stroke-width:2}
svg rect[class^=c]{stroke:var(--card);stroke-width:1}
${[0, 1, 2, 3, 4, 5, 6, 7].map((one) => `.c${one}{fill:var(--c${one})}.key .c${one}{background:var(--c${one})}`).join('')}
figure>ul:not(.key){margin:.75rem 0 0;padding-left:1.2rem;font-size:.9rem}
.slide{max-width:none;border-radius:4px}.slide text{fill:#16202e;stroke:#fff;stroke-width:3px}.slim{display:none}
.key{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;margin:.75rem 0 0;font-size:.9rem}
.key i{display:inline-block;width:.8rem;height:.8rem;border-radius:2px;margin-right:.4rem;vertical-align:-1px}
td a{white-space:nowrap}
details{margin:.75rem 0 0;font-size:.9rem}summary{cursor:pointer;color:var(--accent)}
details table{margin-top:.5rem}.part{font-size:1rem}.part>summary{font-size:1rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
.unseen,.quiet caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
caption{text-align:left;font-weight:600;padding:0 0 .5rem;font-size:1rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem;border-bottom:1px solid var(--rule)}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
td{min-width:5.5rem;overflow-wrap:break-word}td.n,th.n{min-width:0}td.long{min-width:13rem}td.any{overflow-wrap:anywhere}
.table{overflow-x:auto;position:relative}
.dense th,.dense td{padding-left:.35rem;padding-right:.35rem}.dense th{white-space:normal}.dense td:not(.n){min-width:4.5rem}
tbody tr:last-child td{border-bottom:0}
th{color:var(--soft);font-weight:600;white-space:nowrap}
.n{text-align:right;white-space:nowrap}
.why-cell{display:block;color:var(--soft)}
th button{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;cursor:default}
.js th button{cursor:pointer}
.js th:not(.n) button::after,.js th.n button::before{content:"↕";content:"↕" / "";display:inline-block;width:1em;text-align:center;opacity:.4}
.js th[aria-sort=ascending]:not(.n) button::after,.js th.n[aria-sort=ascending] button::before{content:"↑";content:"↑" / "";opacity:1}
.js th[aria-sort=descending]:not(.n) button::after,.js th.n[aria-sort=descending] button::before{content:"↓";content:"↓" / "";opacity:1}
th[aria-sort]{color:var(--ink)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
.filter{display:none;align-items:center;flex-wrap:wrap;gap:.25rem .6rem;margin:0 0 .75rem}.js .filter{display:flex}
.filter label{font-size:.9rem}
input{font:inherit;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:6px;padding:.3rem .6rem;width:16rem;max-width:100%}
tr[hidden]{display:none!important}
.fold{font:inherit;font-size:.9rem;margin:.75rem 0 0;padding:.35rem .8rem;border:1px solid var(--soft);border-radius:6px;background:none;color:var(--accent);cursor:pointer}
.tag{font-weight:600}.plain{color:inherit}.bad{color:var(--bad)}.warn{color:var(--warn)}.good{color:var(--good)}
footer{color:var(--soft);font-size:.9rem;padding-top:2rem;padding-bottom:3rem}
select{font:inherit;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:6px;padding:.25rem .4rem;max-width:60%}
.sorted,.more{display:none}
@media screen{table.folded:not(.filtered) tbody tr:nth-child(n+13){display:none!important}.filtered~.fold,table:not(.long)~.fold{display:none}}
@media screen and (max-width:44rem){
main,header,footer{padding-left:1rem;padding-right:1rem}
.total small{display:block;white-space:normal}
.broad{display:none}.slim{display:block}
.js table.folded:not(.filtered) tbody tr:nth-child(n+6){display:none!important}.js table:not(.long)~.fold{display:block}.js .filtered~.fold{display:none!important}
section{margin-top:1.75rem}figure,.table,.card{padding:.75rem}.table tbody{font-size:.85rem}
.table table,.table tbody,.table caption{display:block}
.table thead{display:none}
.js .sorted{display:flex;align-items:baseline;gap:.5rem;justify-content:flex-end;color:var(--soft);font-size:.85rem;margin:0 0 .25rem}
.js .folded~.fold{margin-top:.5rem}.js .filter:has(~.folded){display:none}.js .filter:has(~.filtered){display:flex}
.table tbody tr{display:grid;grid-template-columns:minmax(0,1fr);padding:.4rem 0;border-bottom:1px solid var(--rule)}
.table tbody tr:last-child{border:0}
.table td,.table td.long{min-width:0;border:0;padding:.1rem 0;text-align:left;overflow-wrap:anywhere;white-space:normal}
html:not(.js) .table td,.table .open td{grid-column:1/-1;display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.75rem}
html:not(.js) .table td::before,.table .open td::before{content:attr(data-label);color:var(--soft)}
.table td[data-sort=""]{display:none!important}
.js .table tbody{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:.5rem}.js .three tbody{grid-template-columns:minmax(0,1fr) auto auto}
.js .table tbody tr{grid-template-columns:subgrid;grid-column:1/-1;align-items:baseline}
.js .table tr:not(.open) td{display:none}
.js .table tr:not(.open) .name,.js .table .open .name{display:flex;align-items:baseline;grid-column:1;grid-row:1}
.js .table .open .name{grid-column:1/-1;font-weight:600}.js .table .open .name::before{content:none}
.js .table tr:not(.open) .name>div{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.js .table tr:not(.open) .name .why-cell{display:none}
.js .table tr:not(.open) .amount,.js .table tr:not(.open) .change{display:block;grid-row:1;text-align:right;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.js .table tr:not(.open) .amount{grid-column:2}.js .table tr:not(.open) .change{grid-column:3;color:var(--soft)}
.js .more{display:block;flex:none;font:inherit;line-height:1;color:var(--accent);background:none;border:0;padding:.3rem .5rem .3rem 0;cursor:pointer}
.more::before{content:"▸";content:"▸" / ""}.more[aria-expanded=true]::before{content:"▾";content:"▾" / ""}
}
@media print{
:root{color-scheme:light;--page:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#bbb;--track:#eee;--accent:#0b5cad;--good:#0b6b43;--bad:#b3261e;--warn:#8a5300;
--c0:#0b5cad;--c1:#c2410c;--c2:#0f766e;--c3:#7e3bb5;--c4:#8f6400;--c5:#b5266a;--c6:#4d6480;--c7:#3f7d20}
@page{margin:14mm}
body{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main,header,footer{max-width:none;padding:0}header{padding-top:0}
nav,.filter,.fold,.js .filter,.sorted,.more,details:not(.part){display:none}
.table{overflow:visible}td.long{min-width:8rem}svg{max-width:26rem}
table.tall.folded:not(.filtered) tbody tr:nth-child(n+31){display:none}
.part:not([open])>summary::after{content:" (opened on the screen, they are printed)";color:var(--soft)}
.tall.folded:not(.filtered)~.fold{display:block;border:0;padding:0;font-size:0;color:var(--soft)}
.tall.folded:not(.filtered)~.fold::after{content:"The first 30 of " attr(data-rows) " rows; shown in full on the screen, all are printed.";font-size:9pt}
/* Chromium repeats no head that holds a button. */
th button{display:none}th::before{content:attr(data-head)}
figure,.table,.card{border:0;padding:0}
figure,tr,.todo li{break-inside:avoid}h2,h3,caption{break-after:avoid}
thead{display:table-header-group}
section{margin-top:1.5rem}
}
`;
