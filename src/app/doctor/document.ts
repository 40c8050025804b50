import type { DoctorDocument } from '../../documents/doctor/schema.ts';
import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import type { DoctorAnswer } from './doctor.ts';
import type { OwnFolder } from './machine.ts';

/** What `doctor` answers, as data. */
export function doctorDocument(answer: DoctorAnswer): DoctorDocument {
  const { machine, isNodeSupported, isDamaged, laid, layers, contract, ages, age, regions, lacking, next, problems } = answer;
  const { version, node, nodeSupported, platform } = machine;
  return {
    schemaVersion: SCHEMA_VERSION,
    results: [
      {
        summary: { isNodeSupported, isDamaged, lacking: lacking.length, prices: { ...age } },
        version,
        node,
        nodeSupported,
        platform,
        prices: {
          laidOver: laid.map(({ kind, path, by }) => ({ kind, path, by })),
          contract: contract && { ...contract },
          layers: layers.map((one) => ({ ...one })),
          services: ages.map((one) => ({ ...one })),
        },
        regions: [...regions],
        lacking: lacking.flatMap(({ want, candidates, files, ...rest }) =>
          want === 'not-stated' ? [] : [{ ...rest, want, candidates: [...candidates], files: [...files] }],
        ),
        folders: { code: folderData(machine.code), downloads: folderData(machine.downloads), data: folderData(machine.data) },
        next: next.map((one) => ({ ...one })),
      },
    ],
    errors: problems.map((one) => ({ ...one })),
  };
}

export function doctorJson(answer: DoctorAnswer): string {
  return jsonText(doctorDocument(answer));
}

function folderData({ path, size }: OwnFolder) {
  return { path, files: size?.files ?? null, bytes: size?.bytes ?? null };
}
