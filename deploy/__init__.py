"""What brings the built site to a host, and what looks whether it arrived."""


class DeployError(Exception):
    """Why nothing is done, in a sentence for the deployer."""
