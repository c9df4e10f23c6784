// title: What the records of a network add up to
// purpose: Counted anew, to compare with the totals at the network node.
// access: read
// parameters:
//   network: text
// columns: records, versions
CALL () {
  MATCH (r:Record {network: $network})
  WHERE r.id IS NOT NULL
  RETURN count(r) AS nodes, coalesce(sum(r.version), 0) AS node_versions
}
CALL () {
  MATCH (:Record {network: $network})-[t:MEMBER_OF|EXCHANGES_WITH|REPORTS_TO|WORKS_ON]->()
  RETURN count(t) AS ties, coalesce(sum(t.version), 0) AS tie_versions
}
RETURN nodes + ties AS records, node_versions + tie_versions AS versions
