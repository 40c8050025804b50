// Every command, as somebody would run it: what each of them may read and write, beside the package.
export interface Run {
  readonly argv: readonly string[];
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  readonly exits?: number;
}

const WORKLOAD = { reads: ['catalogue.yaml'] } as const;

export const RUNS: readonly Run[] = [
  { argv: ['--help'] },
  { argv: ['choose', '--answers', 'answers.yaml', '--output', 'chosen.yaml'], reads: ['answers.yaml'], writes: ['chosen.yaml'] },
  { argv: ['recommend', 'catalogue.yaml'], ...WORKLOAD },
  { argv: ['recommend', 'catalogue.yaml', '--full'], ...WORKLOAD },
  { argv: ['recommend', 'catalogue.yaml', '--json'], ...WORKLOAD },
  { argv: ['optimize', 'catalogue.yaml'], ...WORKLOAD },
  { argv: ['breakeven', 'starter.yaml', '--between', 'http,alb'], reads: ['starter.yaml'] },
  { argv: ['sweep', 'catalogue.yaml', '--over', 'requests=1M..10B', '--format', 'svg'], ...WORKLOAD },
  { argv: ['cost', 'catalogue.yaml'], ...WORKLOAD },
  { argv: ['cost', 'catalogue.yaml', '--json'], ...WORKLOAD },
  { argv: ['cost', 'catalogue.yaml', '--format', 'csv'], ...WORKLOAD },
  { argv: ['prices', 'list'] },
  { argv: ['prices', 'show', 'alb/lcu', '--region', 'us-east-1'] },
  { argv: ['prices', 'quote', 'apigateway/http-requests', '432M', '--region', 'us-east-1'] },
  { argv: ['prices', 'verify', 'offers.csv'], reads: ['offers.csv'], exits: 5 },
  { argv: ['prices', 'import', 'offers.csv'], reads: ['offers.csv'], exits: 5 },
  { argv: ['prices', 'diff', 'prices', 'prices'], reads: ['prices'], exits: 4 },
  { argv: ['doctor'] },
  { argv: ['lint', 'catalogue.yaml', '--format', 'sarif'], ...WORKLOAD },
  { argv: ['throttle', 'catalogue.yaml'], ...WORKLOAD },
  { argv: ['scan', 'api.yaml'], reads: ['api.yaml', '.'] },
  { argv: ['scan', 'main.tf'], reads: ['main.tf', '.', 'terraform.tfvars'] },
  { argv: ['diff', 'catalogue.yaml', 'starter.yaml'], reads: ['catalogue.yaml', 'starter.yaml'] },
  { argv: ['report', 'catalogue.yaml', 'starter.yaml'], reads: ['catalogue.yaml', 'starter.yaml'] },
  { argv: ['report', 'catalogue.yaml', '--output', 'report.html'], ...WORKLOAD, writes: ['report.html'] },
  { argv: ['report', 'catalogue.yaml', '--output', 'report.xlsx'], ...WORKLOAD, writes: ['report.xlsx'] },
  { argv: ['init', 'new.yaml'], writes: ['new.yaml'] },
  { argv: ['explain', 'response-streaming'] },
  { argv: ['schema'] },
  { argv: ['completion', 'bash'] },
  { argv: ['mcp'] },
];
