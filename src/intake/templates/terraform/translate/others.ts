import { truthOf } from '../../lookup.ts';
import type { Value } from '../../value.ts';
import type { Kind } from './kind.ts';
import { changed, listed, wrapped } from './reshape.ts';

const BALANCER: Kind = {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  names: { load_balancer_type: 'Type', internal: 'Scheme' },
  shape: (stated) => changed(stated, 'Scheme', schemeOf),
};

const LISTENER: Kind = {
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  names: { default_action: 'DefaultActions' },
  lists: ['default_action'],
};

const TARGETS: Kind = { type: 'AWS::ElasticLoadBalancingV2::TargetGroup' };

/** What stands around an API: what it calls, what guards it, where it is logged and watched. */
export const OTHERS: Readonly<Record<string, Kind>> = {
  aws_alb: BALANCER,
  aws_alb_listener: LISTENER,
  aws_alb_target_group: TARGETS,
  aws_cloudfront_distribution: {
    type: 'AWS::CloudFront::Distribution',
    names: {
      origin: 'Origins',
      origin_id: 'Id',
      ordered_cache_behavior: 'CacheBehaviors',
      web_acl_id: 'WebACLId',
      custom_header: 'OriginCustomHeaders',
      http_port: 'HTTPPort',
      https_port: 'HTTPSPort',
    },
    lists: ['origin', 'ordered_cache_behavior', 'custom_header'],
    shape: (stated) => wrapped(stated, 'DistributionConfig', [...stated.entries.keys()]),
  },
  aws_cloudwatch_log_group: {
    type: 'AWS::Logs::LogGroup',
    names: { name: 'LogGroupName' },
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group: 0 is for ever; read 2026-11-30
    unset: { retention_in_days: '0' },
  },
  aws_cloudwatch_metric_alarm: {
    type: 'AWS::CloudWatch::Alarm',
    names: { metric_query: 'Metrics', metric: 'MetricStat' },
    lists: ['metric_query'],
    shape: (stated) => changed(stated, 'Dimensions', (dimensions) => listed(dimensions, 'Name', 'Value')),
  },
  aws_cognito_user_pool: { type: 'AWS::Cognito::UserPool', names: { name: 'UserPoolName' } },
  aws_cognito_user_pool_client: { type: 'AWS::Cognito::UserPoolClient', names: { name: 'ClientName' } },
  aws_kinesis_firehose_delivery_stream: { type: 'AWS::KinesisFirehose::DeliveryStream', names: { name: 'DeliveryStreamName' } },
  aws_lambda_alias: { type: 'AWS::Lambda::Alias' },
  aws_lambda_function: { type: 'AWS::Lambda::Function' },
  aws_lambda_function_url: {
    type: 'AWS::Lambda::Url',
    names: { function_name: 'TargetFunctionArn', authorization_type: 'AuthType' },
  },
  aws_lambda_provisioned_concurrency_config: { type: 'AWS::Lambda::ProvisionedConcurrencyConfig' },
  aws_lb: BALANCER,
  aws_lb_listener: LISTENER,
  aws_lb_target_group: TARGETS,
  aws_service_discovery_service: { type: 'AWS::ServiceDiscovery::Service' },
  aws_vpc_endpoint: { type: 'AWS::EC2::VPCEndpoint', names: { policy: 'PolicyDocument' }, documents: ['policy'] },
  aws_wafregional_web_acl: { type: 'AWS::WAFRegional::WebACL' },
  aws_wafregional_web_acl_association: { type: 'AWS::WAFRegional::WebACLAssociation' },
  aws_wafv2_web_acl: {
    type: 'AWS::WAFv2::WebACL',
    names: { rule: 'Rules' },
    lists: ['rule', 'rule_action_override', 'managed_rule_group_configs'],
  },
  aws_wafv2_web_acl_association: { type: 'AWS::WAFv2::WebACLAssociation' },
};

function schemeOf(internal: Value): Value {
  const is = truthOf(internal);
  return is === null ? internal : { kind: 'text', at: internal.at, text: is ? 'internal' : 'internet-facing' };
}
