"""What brings the built site to a host: `python -m deploy COMMAND`, behind the commands of make.

`site` is what was built, `headers` what every response says; one module for each kind of host:
`server` (nginx, by rsync), `s3` (buckets), `git` (a branch that is served) and `hosts` (a folder
with the files that a host reads). `verify` compares what is live, `mirror` packs copies.
"""


class DeployError(Exception):
    """Why nothing is done, in a sentence for the deployer."""
