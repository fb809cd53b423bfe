#!/usr/bin/python3
"""Asks the real nova-api in which states it takes which action; no daemon, no database.

Needs Debian's python3-nova. Writes one line for an action and a vm_state: the verdict for each
task_state in the order of the first line: o allowed, v refused for the vm_state, t refused for
the task_state. Then the status of each
vm_state, with the task_states that change it, and one real text for each kind of refusal.
"""
import sys

from nova import context as nova_context, exception
from nova.api.openstack import common
from nova.compute import api
from nova.compute import task_states
import webob.exc

# The name of the API, the method, what it is called with after the instance.
ACTIONS = [
    ('STOP', 'stop', 'stop', []), ('START', 'start', 'start', []),
    ('PAUSE', 'pause', 'pause', []), ('UNPAUSE', 'unpause', 'unpause', []),
    ('SUSPEND', 'suspend', 'suspend', []), ('RESUME', 'resume', 'resume', []),
    ('REBOOT_SOFT', 'reboot', 'reboot', ['SOFT']), ('REBOOT_HARD', 'reboot', 'reboot', ['HARD']),
    ('RESCUE', 'rescue', 'rescue', []), ('UNRESCUE', 'unrescue', 'unrescue', []),
    ('REBUILD', 'rebuild', 'rebuild', ['image', 'password']),
    ('RESIZE', 'resize', 'resize', ['flavor']), ('MIGRATE', 'migrate', 'resize', []),
    ('CONFIRM_RESIZE', 'confirmResize', 'confirm_resize', []),
    ('REVERT_RESIZE', 'revertResize', 'revert_resize', []),
    ('LIVE_MIGRATE', 'os-migrateLive', 'live_migrate', [False, None, None]),
    ('EVACUATE', 'evacuate', 'evacuate', [None, False]),
    ('SHELVE', 'shelve', 'shelve', []), ('SHELVE_OFFLOAD', 'shelveOffload', 'shelve_offload', []),
    ('UNSHELVE', 'unshelve', 'unshelve', []), ('DELETE', 'delete', 'delete', []),
    ('FORCE_DELETE', 'delete', 'force_delete', []),
]
VM = ['active', 'building', 'stopped', 'resized', 'paused', 'suspended', 'rescued', 'error',
      'shelved', 'shelved_offloaded']
TASK = [None, 'powering-off', 'rebooting', 'rebooting_hard', 'pausing', 'resuming',
        'migrating', 'resize_prep', 'rebuilding', 'spawning', 'deleting']


class Instance:
    def __init__(self, vm, task):
        self.vm_state, self.task_state = vm, task
        self.uuid = '00000000-0000-0000-0000-000000000001'
        self.launched_at, self.locked, self.host = 1, False, 'node1'
        self.system_metadata, self.flavor = {}, type('F', (), {'extra_specs': {}})()
        self.image_ref = 'image'

    def get_network_info(self):
        return []


def checked(method):
    """The method from its check of the states on: what stands before asks other services."""
    at = getattr(api.API, method)
    while at is not None and 'check_instance_state' not in at.__code__.co_qualname:
        at = getattr(at, '__wrapped__', None)
    return at or getattr(api.API, method)


def verdict(method, args, vm, task, name):
    target = api.API.__new__(api.API)
    ctx = nova_context.RequestContext('u', 'p', is_admin=True)
    try:
        checked(method)(target, ctx, Instance(vm, task), *args)
    except exception.InstanceInvalidState as e:
        try:
            common.raise_http_conflict_for_instance_invalid_state(e, name, 'UUID')
        except webob.exc.HTTPConflict as text:
            return e.kwargs['attr'][0], str(text)
    except Exception:
        pass  # it got past the checks, and there is no cloud behind them
    return 'o', ''


def main():
    print('# tasks:', *[t or '-' for t in TASK])
    texts = {}
    for key, name, method, args in ACTIONS:
        for vm in VM:
            row = ''
            for task in TASK:
                letter, text = verdict(method, args, vm, task, name)
                row += letter
                texts.setdefault((key, letter), text)
            print(key, vm, row)
    every = sorted(v for v in vars(task_states).values() if isinstance(v, str) and v.islower())
    for vm in VM + ['soft-delete', 'deleted']:
        default = common.status_from_state(vm)
        other = [t + '=' + common.status_from_state(vm, t) for t in every
                 if common.status_from_state(vm, t) != default]
        print('status', vm, default, *other)
    for (key, letter), text in texts.items():
        if text:
            print('text', key, letter, text)


if __name__ == '__main__':
    sys.exit(main())
