import { readFileSync } from 'node:fs';
import { parseWorkload, openPriceBook, readPriceData } from './dist/lib/index.js';
import { CANDIDATES } from './dist/lib/candidates/index.js';
import { breakEvens } from './dist/lib/estimate/break-even.js';
import { sensitivities } from './dist/lib/estimate/sensitivity.js';
const w = parseWorkload(readFileSync('examples/catalogue.yaml','utf8'),{});
const b = openPriceBook(readPriceData('dist/pricing-data'));
const c=(id)=>CANDIDATES.find(x=>x.id===id);
for (let i=0;i<3;i++){ const t=performance.now();
for (const id of ['rest','http','alb','rest+cache','http+cloudfront+waf']) { const r=breakEvens(c('rest+cloudfront'),c(id),w,b); if(i==0) console.log(id, (r??[]).map(x=>`${x.requests} ${x.cheaper}`)); }
const t2=performance.now(); const s=sensitivities(c('rest+cloudfront'),w,b); if(i==0) console.log(s.map(x=>`${x.field} ${x.change.toFixed(4)} ${x.share}`)); console.log('be',t2-t,'sens',performance.now()-t2); }
import { curveOf } from './dist/lib/estimate/curve.js';
for(let i=0;i<5;i++){let t=performance.now(); const a=curveOf(c('rest+cloudfront'),w,b,{}); let t1=performance.now(); const z=curveOf(c('alb'),w,b,{}); let t2=performance.now(); console.log(a.bends.length,z.bends.length,'curves',t1-t,t2-t1);t=performance.now(); breakEvens(c('rest+cloudfront'),c('alb'),w,b); console.log('be', performance.now()-t)}
