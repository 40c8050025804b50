import { decimal } from '../../money/decimal.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';
import { slowest } from '../subject.ts';

/** Idle timeout of a load balancer unless set: the page below. */
const UNLESS_SET = decimal('60000');

export const timeoutAlb = defineRule({
  id: 'timeout-alb',
  severity: 'caution',
  topic: 'time',
  page: () => ({
    title: 'A load balancer closes connections before the backend answers',
    rationale:
      'A load balancer closes a connection on which nothing moves for 60 seconds, and a backend that computes sends nothing. The client gets a 504.',
    remedy: 'Raise the idle timeout of the load balancer, or let the backend send something now and then.',
    sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html'],
    examples: [{ candidate: 'alb', reports: { backend: { p99: '90 s' } }, silent: { backend: { p99: '20 s' } } }],
  }),
  fields: ['backend.p99', 'backend.lambda.duration'],
  frontDoors: ['alb'],
  inspect({ workload }) {
    const found = slowest(workload);
    if (!found?.duration.gt(UNLESS_SET)) return [];
    const because = `${found.says} ${durationInWords(found.duration)}, and a load balancer closes silent connections after 60 seconds unless set, at most ${limitInWords('alb-idle-timeout')}`;
    return [{ because, path: found.path }];
  },
});
