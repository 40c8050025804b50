import type { DoctorOptions } from '../commands/doctor.ts';
import { colorOption, examples, pricesOption, type Usage } from './usage.ts';

export const doctorUsage: Usage = {
  name: 'doctor',
  summary: 'say which prices are in force, how old, and what is missing',
  description: 'say which prices are in force, how old they are, what is missing, and what to do next',
  define(doctor, ports, end) {
    doctor
      .argument('[file...]', 'workload files whose Regions and services are looked at; - reads standard input')
      .addOption(pricesOption())
      .option('--contract <file>', 'what is agreed with AWS, as init --contract writes one')
      .option('--as-of <date>', 'today, to determine whether prices are old and whether the contract holds (default: the clock)')
      .option('--json', 'print data')
      .addOption(colorOption())
      .addHelpText('after', examples('apigw-advisor doctor', 'apigw-advisor doctor workload.yaml --json'))
      .action(async (files: string[], options: DoctorOptions) =>
        end(await (await import('../commands/doctor.ts')).doctor(files, options, ports)),
      );
  },
};
