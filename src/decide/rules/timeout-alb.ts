import { decimal } from '../../money/decimal.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { slowest } from '../subject.ts';

/** Idle timeout of a load balancer unless set: the page below. */
const UNLESS_SET = decimal('60000');
const most = timeLimit('alb-idle-timeout');
const NOW_AND_THEN = 'Let the backend send something at intervals.';

export const timeoutAlb = defineRule({
  id: 'timeout-alb',
  severity: 'caution',
  topic: 'time',
  page: () => ({
    title: 'A load balancer closes connections before the backend answers',
    rationale:
      'A load balancer closes a connection on which nothing moves for 60 seconds, and a backend that computes sends nothing. The client gets a 504.',
    remedy: NOW_AND_THEN,
    sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html'],
    examples: [{ candidate: 'alb', reports: { backend: { p99: '90 s' } }, silent: { backend: { p99: '20 s' } } }],
  }),
  fields: ['backend.p99', 'backend.lambda.duration'],
  frontDoors: ['alb'],
  inspect({ workload }) {
    const found = slowest(workload);
    if (!found?.duration.gt(UNLESS_SET)) return [];
    const because = `${found.says} ${durationInWords(found.duration)}, and a load balancer closes silent connections after 60 seconds unless set, at most ${limitInWords('alb-idle-timeout')}`;
    const raised = found.duration.lte(most) ? { remedy: `${NOW_AND_THEN} Or raise the idle timeout of the load balancer.` } : {};
    return [{ because, path: found.path, ...raised }];
  },
});
